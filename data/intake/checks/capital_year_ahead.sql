-- Capital of a year after the plan year.
-- Severity: refuse
-- Sentence: Năm vốn {found} sau năm ngân sách {expected}; cần năm vốn không sau năm ngân sách.
select sheet, min(cell), capital_year as found, (select plan_year from book) as expected
from cell where line_kind = 'detail' and capital_year > (select plan_year from book) group by sheet, row, capital_year
