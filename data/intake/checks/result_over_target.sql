-- A result many times its target: a slip of the keyboard, or another thing was counted.
-- Name: Kết quả gấp nhiều lần kế hoạch
-- Severity: warn
-- Sentence: Kết quả gấp nhiều lần kế hoạch năm: tìm thấy {found}, kế hoạch {expected}; cần kiểm tra lại số và đơn vị tính.
select r.sheet, r.cell, r.text as found, p.text as expected
from cell r
join cell p on p.sheet = r.sheet and p.row = r.row and p.field = 'planned' and p.number > 0
join indicator i on i.indicator_code = r.indicator_code and i.value_kind = 'count' and i.measure = 'level'
cross join setting s
where r.field = 'result' and r.number >= p.number * s.result_over_target
