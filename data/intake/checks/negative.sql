-- No amount of money is negative.
-- Name: Số âm
-- Severity: refuse
-- Sentence: Số âm: tìm thấy {found}, cần số từ 0 trở lên.
select sheet, cell, text as found, '≥ 0' as expected from cell
where amount_vnd < 0 or (type = 'number' and number < 0)
  and not (field = 'planned' and coalesce(indicator_code, '') in (select indicator_code from indicator where measure = 'reduction')) -- reduction_negative
