-- A rate that is not its numerator over its denominator.
-- Name: Tỷ lệ không khớp tử số, mẫu số
-- Severity: refuse
-- Sentence: Tỷ lệ không khớp tử số, mẫu số: tìm thấy {found}, tính được {expected}%; cần sửa số sai, tỷ lệ ghi theo %.
with rate as (
    select r.sheet, r.cell, r.text, r.number, r.half_digit, 100 * n.number / d.number as counted
    from cell r
    join cell n on n.sheet = r.sheet and n.row = r.row and n.field = if(r.field = 'base', 'base_numerator', 'numerator')
    join cell d on d.sheet = r.sheet and d.row = r.row and d.field = if(r.field = 'base', 'base_denominator', 'denominator')
    join indicator i on i.indicator_code = r.indicator_code and i.value_kind = 'ratio'
    where r.field in ('result', 'base') and d.number > 0 and n.number is not null and r.number is not null
)

select sheet, cell, text as found, replace(format('{:.2f}', counted), '.', ',') as expected
from rate where abs(number - counted) > half_digit + 1e-9
