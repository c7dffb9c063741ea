-- A sheet of figures without one row that says anything.
-- Name: Trang không có dòng số liệu
-- Severity: warn
-- Sentence: Trang không có dòng số liệu nào; cần ghi số liệu hoặc “không phát sinh”.
select distinct f.title as sheet, '' as cell, '' as found, '' as expected
from found_form ff join form f using (form)
where not f.repeats and ff.form not in (select form from cell where text <> '' and type <> 'text') -- units of measure alone say nothing
