-- The day of the Treasury's figures lies outside the plan year and the year after it, in which the last payments of the plan year are made.
-- Name: Ngày số liệu Kho bạc ngoài năm ngân sách
-- Severity: refuse
-- Sentence: Ngày số liệu của Kho bạc không thuộc năm ngân sách: tìm thấy {found}, cần một ngày của {expected}.
select l.sheet, l.cell, strftime(b.cut_off_on, '%d/%m/%Y') as found, 'năm ' || b.plan_year || ' hoặc năm sau' as expected
from book b
left join label l on l.field = 'cut_off_on'
where b.kind = 'treasury' and year(b.cut_off_on) - b.plan_year not in (0, 1)
