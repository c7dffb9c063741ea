-- A report for a round that was not opened.
-- Name: Kỳ báo cáo chưa mở
-- Severity: refuse
-- Sentence: Kỳ báo cáo “{found}” chưa được mở; cần {expected}.
select sheet, cell, text as found, expected from label
where code is null and text <> '' and type = 'round'
