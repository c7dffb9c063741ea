-- Money in a component that the province does not run.
-- Name: Tiền ở dự án không thực hiện
-- Severity: warn
-- Sentence: Có số tiền ở dự án không thực hiện tại địa phương: tìm thấy {found}, cần {expected}; hãy kiểm tra lại mã dự án.
with line as (
    select c.sheet, c.row, c.component_code from cell c join component using (component_code)
    where not is_run and amount_vnd <> 0 and line_kind = 'detail' group by all
)

select line.sheet, any_value(label.cell) as cell, component_code as found, 'mã một dự án đang thực hiện' as expected
from line
left join label on label.sheet = line.sheet and label.row = line.row and label.field = 'component_code'
group by line.sheet, line.row, component_code
