-- A reduction written with a minus sign.
-- Name: Mức giảm ghi số âm
-- Severity: refuse
-- Sentence: Chỉ tiêu giảm ghi số âm: tìm thấy {found}, cần {expected}.
select c.sheet, c.cell, c.text as found, 'số giảm không có dấu trừ (giảm 1 ' || i.measure_unit || ' ghi 1)' as expected
from cell c join indicator i using (indicator_code)
where i.measure = 'reduction' and c.field = 'planned' and c.number < 0
