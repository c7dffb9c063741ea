-- A number written the other way round than the rest of the sheet.
-- Name: Số viết theo hai cách
-- Severity: refuse
-- Sentence: Số “{found}” viết khác cách của các số còn lại trong trang; cần {expected}.
select sheet, cell, text as found, 'một cách viết: dấu chấm hàng nghìn, dấu phẩy thập phân' as expected from cell where fault = 'mixed'
