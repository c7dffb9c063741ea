-- Tiêu đề: Xếp hạng, phần của từng đơn vị trong khối
-- Trả lời câu hỏi: Mỗi đơn vị đứng thứ mấy về tỷ lệ giải ngân, giữ bao nhiêu phần vốn của cả khối?
-- Mức: khó
-- Hàm cửa sổ (over) tính trên nhiều dòng mà không gộp dòng.
with by_unit as (
    select
        u.short_name as unit_short_name, u.kind,
        sum(m.disbursed_vnd) filter (where m.planned_vnd is not null) as disbursed_vnd,
        sum(m.planned_vnd) filter (where m.disbursed_vnd is not null) as compared_planned_vnd
    from mart.money m
    join mart.unit u on u.unit_code = m.unit_code
    where m.plan_year = $nam and m.from_on <= $ngay and m.to_on > $ngay and not m.is_carried_over
    group by u.short_name, u.kind
)
select
    case kind when 'district' then 'Huyện' else 'Sở' end as kind_told, rank() over (partition by kind order by disbursed_vnd / compared_planned_vnd desc) as rank,
    unit_short_name, disbursed_vnd, compared_planned_vnd, disbursed_vnd / compared_planned_vnd as disbursed_share,
    compared_planned_vnd / sum(compared_planned_vnd) over (partition by kind) as plan_part_share
from by_unit
where compared_planned_vnd > 0
order by kind_told, rank
