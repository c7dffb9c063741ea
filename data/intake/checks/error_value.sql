-- An error value of the spreadsheet.
-- Name: Công thức báo lỗi
-- Severity: refuse
-- Sentence: Công thức báo lỗi: tìm thấy “{found}”, cần {expected}.
select sheet, cell, text as found, 'một số' as expected from cell where fault = 'error'
