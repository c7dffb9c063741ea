-- A rate of nothing: nobody was counted, and yet there is a rate.
-- Name: Tỷ lệ có số nhưng mẫu số bằng 0
-- Severity: warn
-- Sentence: Tỷ lệ {found} trong khi tử số và mẫu số bằng 0 nên không tính được; cần {expected}.
select r.sheet, r.cell, r.text as found, 'ghi số đã đếm, hoặc để trống tỷ lệ nếu chưa có ai để đếm' as expected
from cell r
join indicator i on i.indicator_code = r.indicator_code and i.value_kind = 'ratio'
join cell n on n.sheet = r.sheet and n.row = r.row and n.field = if(r.field = 'base', 'base_numerator', 'numerator')
join cell d on d.sheet = r.sheet and d.row = r.row and d.field = if(r.field = 'base', 'base_denominator', 'denominator')
where r.field in ('result', 'base') and r.number > 0 and n.number = 0 and d.number = 0
