-- Tiêu đề: Kế hoạch vốn chưa có số giải ngân
-- Trả lời câu hỏi: Đến ngày $ngay, dòng vốn nào có kế hoạch mà đơn vị chưa báo số giải ngân?
-- Mức: vừa
-- Trống (chưa có số) khác với 0: ở đây là trống.
select u.short_name as unit_short_name, c.short_name as component_short_name, m.fund_source, m.capital_type, m.capital_year, m.planned_vnd, m.reported_on
from mart.money m
join mart.unit u on u.unit_code = m.unit_code
join mart.component c on c.component_code = m.component_code
where m.plan_year = $nam and m.from_on <= $ngay and m.to_on > $ngay
    and m.planned_vnd > 0 and m.disbursed_vnd is null
order by m.planned_vnd desc, u.position
