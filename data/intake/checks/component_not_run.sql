-- Money in a component that the province does not run.
-- Severity: warn
-- Sentence: Có số tiền ở {found} là dự án không thực hiện tại địa phương; cần kiểm tra lại mã dự án.
select sheet, min(cell), component_code as found, '' as expected
from cell join component using (component_code)
where not is_run and amount_vnd <> 0 and line_kind = 'detail' group by sheet, component_code, row
