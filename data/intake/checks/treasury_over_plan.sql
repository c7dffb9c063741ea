-- More paid out at the Treasury than its plan of the line.
-- Name: Kho bạc ghi giải ngân vượt kế hoạch
-- Severity: warn
-- Sentence: Giải ngân tại Kho bạc vượt kế hoạch tại Kho bạc: tìm thấy {found} đồng, kế hoạch của dòng là {expected} đồng; cần kiểm tra lại.
select paid.sheet, paid.cell, paid.amount_vnd as found, planned.amount_vnd as expected
from cell paid
join cell planned on planned.sheet = paid.sheet and planned.row = paid.row and planned.field = 'treasury_planned_vnd'
where paid.field = 'treasury_vnd' and paid.line_kind = 'detail' and paid.amount_vnd > planned.amount_vnd
