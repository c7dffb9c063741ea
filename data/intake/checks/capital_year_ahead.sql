-- Capital of a year after the plan year.
-- Name: Năm vốn sau năm ngân sách
-- Severity: refuse
-- Sentence: Năm vốn sau năm ngân sách: tìm thấy {found}, cần {expected}.
select l.sheet, l.cell, l.text as found, 'năm ' || b.plan_year || ' hoặc trước đó' as expected
from label l, book b
where l.field = 'capital_year' and l.code is not null and try_cast(l.code as int) > b.plan_year
