-- Tiêu đề: Giải ngân của từng đơn vị
-- Trả lời câu hỏi: Đến ngày $ngay, mỗi đơn vị giải ngân được bao nhiêu, đơn vị nào cao nhất?
-- Mức: dễ
select
    u.short_name as unit_short_name,
    sum(m.planned_vnd) as planned_vnd,
    sum(m.disbursed_vnd) filter (where m.planned_vnd is not null) as disbursed_vnd,
    sum(m.disbursed_vnd) filter (where m.planned_vnd is not null) / sum(m.planned_vnd) filter (where m.disbursed_vnd is not null) as disbursed_share
from mart.money m
join mart.unit u on u.unit_code = m.unit_code
where m.plan_year = $nam and m.from_on <= $ngay and m.to_on > $ngay and not m.is_carried_over
group by u.short_name
order by disbursed_share desc nulls last
