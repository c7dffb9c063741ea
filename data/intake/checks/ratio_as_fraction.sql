-- 0,95 where 95% may be meant (a cell formatted as a percentage is read as its fraction), and nothing decides.
-- Name: Tỷ lệ có thể ghi dạng phân số
-- Severity: warn
-- Sentence: Tỷ lệ {found} hiểu là {found}%; cần ghi {expected} nếu ý là {expected}%.
select r.sheet, r.cell, r.text as found, replace(format('{:.6g}', 100 * r.number), '.', ',') as expected
from cell r
join indicator i on i.indicator_code = r.indicator_code and i.value_kind = 'ratio'
left join cell n on n.sheet = r.sheet and n.row = r.row and n.field = if(r.field = 'base', 'base_numerator', 'numerator')
left join cell d on d.sheet = r.sheet and d.row = r.row and d.field = if(r.field = 'base', 'base_denominator', 'denominator')
where r.number > 0 and r.number < 1 and (r.field in ('result', 'base') or (r.field = 'planned' and i.measure = 'level'))
  and (r.field = 'planned' or n.number is null or d.number is null)
