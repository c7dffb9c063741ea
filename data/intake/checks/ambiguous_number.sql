-- A number that may mean two things, in a sheet where nothing decides.
-- Name: Số hiểu được hai cách
-- Severity: refuse
-- Sentence: Số “{found}” có thể hiểu hai cách (dấu chấm, dấu phẩy là hàng nghìn hay thập phân) và cả trang không có số nào cho biết; cần {expected}.
select sheet, cell, text as found, 'ghi dạng số của Excel hoặc ghi rõ như 1.234,00' as expected from cell where fault = 'ambiguous'
