-- A unit of measure that is not the indicator's: attendances are not persons.
-- Name: Sai đơn vị tính của chỉ tiêu
-- Severity: refuse
-- Sentence: Đơn vị tính không phải của chỉ tiêu này: tìm thấy “{found}”, cần “{expected}”.
select c.sheet, c.cell, c.text as found, concat_ws('” hoặc “', i.measure_unit, nullif(i.level_unit, '')) as expected
from cell c join indicator i using (indicator_code)
where c.field = 'measure_unit' and c.value is not null and c.value not in (i.measure_unit, i.level_unit)
