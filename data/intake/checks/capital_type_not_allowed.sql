-- A capital type that the project does not have (Dự án 7 has no investment money).
-- Severity: warn
-- Sentence: {found} không có loại vốn {expected}; cần kiểm tra lại loại vốn.
select sheet, min(cell), component_code as found, capital_type as expected
from cell join component using (component_code)
where amount_vnd <> 0 and line_kind = 'detail' and capital_type is not null
  and (component_code, capital_type) not in (select (component_code, capital_type) from capital_rule)
group by sheet, component_code, capital_type, row
