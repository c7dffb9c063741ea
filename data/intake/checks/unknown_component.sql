-- A component that is not in the programme.
-- Name: Không nhận ra dự án
-- Severity: refuse
-- Sentence: Không nhận ra dự án, tiểu dự án “{found}”; cần {expected}.
select sheet, cell, text as found, expected from label
where code is null and text <> '' and type = 'component'
