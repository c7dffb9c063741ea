-- Tiêu đề: Các ô đứng sau một con số
-- Trả lời câu hỏi: Số giải ngân đến ngày $ngay của đơn vị $don_vi, dự án $du_an lấy từ tệp nào, trang nào, ô nào?
-- Mức: khó
select
    u.short_name as unit_short_name, c.short_name as component_short_name, m.fund_source, m.capital_type, m.disbursed_vnd,
    f.file_name, s.sheet, s.cell, s.text as cell_text
from mart.money m
join mart.unit u on u.unit_code = m.unit_code
join mart.component c on c.component_code = m.component_code
join mart.submission f on f.submission_id = m.report_submission
join mart.source s
    on s.submission_id = m.report_submission and s.unit_code = m.unit_code and s.component_code = m.component_code
    and s.fund_source = m.fund_source and s.capital_type = m.capital_type and s.capital_year = m.capital_year
    and s.field = 'disbursed_vnd' and s.line_kind = 'detail'
where m.plan_year = $nam and m.from_on <= $ngay and m.to_on > $ngay and not m.is_carried_over
    and ($don_vi is null or m.unit_code = $don_vi)
    and ($du_an is null or $du_an in (m.component_code, m.project_code))
order by u.position, m.component_code, m.fund_source
