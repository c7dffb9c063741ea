-- A number outside the bounds that the form sets.
-- Name: Số ngoài khoảng cho phép
-- Severity: refuse
-- Sentence: Số ngoài khoảng cho phép: tìm thấy {found}, cần {expected}.
select c.sheet, c.cell, c.text as found, concat_ws(' và ', 'từ ' || b.minimum, 'không quá ' || b.maximum) as expected
from cell c join bound b using (form, field)
where coalesce(c.number, c.amount_vnd) < b.minimum or coalesce(c.number, c.amount_vnd) > b.maximum
