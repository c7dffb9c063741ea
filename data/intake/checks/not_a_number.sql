-- Text where a number belongs.
-- Name: Chữ ở ô cần số
-- Severity: refuse
-- Sentence: Không phải số: tìm thấy “{found}”, cần {expected}.
select sheet, cell, text as found, 'một số, hoặc để trống nếu chưa có' as expected from cell where fault = 'not_a_number'
