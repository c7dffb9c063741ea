-- A capital type that the project does not have (Dự án 7 has no investment money).
-- Name: Loại vốn không có ở dự án
-- Severity: warn
-- Sentence: Loại vốn không có ở dự án này: tìm thấy {found}, cần {expected}.
with line as (
    select sheet, row, component_code, capital_type from cell
    where amount_vnd <> 0 and line_kind = 'detail' and component_code is not null and capital_type is not null
    group by all
)

select
    line.sheet, any_value(label.cell) as cell, concat(any_value(label.text), ' ở ', line.component_code) as found,
    (select string_agg(capital_type, ' hoặc ' order by capital_type) from capital_rule where component_code = line.component_code) as expected
from line
left join label on label.sheet = line.sheet and label.row = line.row and label.field = 'capital_type'
where (line.component_code, line.capital_type) not in (select (component_code, capital_type) from capital_rule)
group by line.sheet, line.row, line.component_code
