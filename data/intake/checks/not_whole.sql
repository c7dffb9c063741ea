-- Part of a person, of a household, of a class.
-- Name: Số lẻ ở chỗ đếm
-- Severity: refuse
-- Sentence: Số lẻ ở chỗ đếm: tìm thấy {found}, cần {expected}.
select c.sheet, c.cell, c.text as found, 'số nguyên (' || i.counted || ')' as expected
from cell c join indicator i using (indicator_code)
where i.is_whole and c.number <> round(c.number)
  and (ends_with(c.field, 'numerator') or ends_with(c.field, 'denominator') or (i.value_kind = 'count' and c.field in ('planned', 'result', 'base', 'estimated')))
