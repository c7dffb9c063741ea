-- An indicator that is not defined.
-- Name: Không nhận ra chỉ tiêu
-- Severity: refuse
-- Sentence: Không nhận ra chỉ tiêu “{found}”; cần {expected}.
select sheet, cell, text as found, expected from label
where code is null and text <> '' and type = 'indicator'
