-- Tiêu đề: So hai ngày
-- Trả lời câu hỏi: Từ ngày $ngay_truoc đến ngày $ngay, mỗi đơn vị giải ngân thêm bao nhiêu?
-- Mức: vừa
with at_day as (
    select
        unit_code,
        sum(disbursed_vnd) filter (where from_on <= $ngay_truoc and to_on > $ngay_truoc) as before_vnd,
        sum(disbursed_vnd) filter (where from_on <= $ngay and to_on > $ngay) as after_vnd
    from mart.money
    where plan_year = $nam and not is_carried_over and planned_vnd is not null
    group by unit_code
)
select u.short_name as unit_short_name, a.before_vnd, a.after_vnd, a.after_vnd - a.before_vnd as change_vnd
from at_day a
join mart.unit u on u.unit_code = a.unit_code
order by change_vnd desc nulls last
