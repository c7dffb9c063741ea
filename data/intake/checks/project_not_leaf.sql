-- Figures on a project that has sub-projects, without any row of a sub-project.
-- Name: Ghi ở dự án thay vì tiểu dự án
-- Severity: refuse
-- Sentence: Dòng ghi theo dự án có tiểu dự án; cần ghi theo từng tiểu dự án (dòng dự án chỉ là dòng cộng).
select any_value(sheet), min(cell), min(text) as found, 'mã tiểu dự án' as expected
from cell where line_kind = 'group' and text <> '' and (sheet, row) not in (select (sheet, total_row) from part)
group by form, row
