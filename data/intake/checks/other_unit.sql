-- A row of a unit's own report that names another unit.
-- Name: Dòng ghi đơn vị khác
-- Severity: refuse
-- Sentence: Dòng này ghi đơn vị {found}, báo cáo là của đơn vị {expected}; cần chỉ ghi số liệu của đơn vị mình.
select c.sheet, c.cell, c.unit_code as found, b.unit_code as expected
from cell c, book b
where b.kind = 'own' and c.unit_code <> b.unit_code and c.text <> ''
