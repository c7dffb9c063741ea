-- Tiêu đề: Giải ngân lũy kế qua các ngày chốt
-- Trả lời câu hỏi: Từ đầu năm, tỷ lệ giải ngân tăng thế nào, mỗi kỳ thêm bao nhiêu?
-- Mức: khó
with day as (
    select distinct cut_off_on from mart.cut_off where plan_year = $nam and cut_off_on <= $ngay
),
at_day as (
    select
        d.cut_off_on,
        sum(m.disbursed_vnd) filter (where m.planned_vnd is not null) as disbursed_vnd,
        sum(m.planned_vnd) filter (where m.disbursed_vnd is not null) as compared_planned_vnd
    from day d
    join mart.money m on m.from_on <= d.cut_off_on and m.to_on > d.cut_off_on
    where m.plan_year = $nam and not m.is_carried_over
    group by d.cut_off_on
)
select
    cut_off_on, disbursed_vnd, disbursed_vnd / compared_planned_vnd as disbursed_share,
    disbursed_vnd - lag(disbursed_vnd) over (order by cut_off_on) as change_vnd
from at_day
order by cut_off_on
