-- Two visible sheets hold the same form: only one could be read.
-- Name: Một biểu ở hai trang
-- Severity: refuse
-- Sentence: Biểu “{expected}” tìm thấy ở hai trang, “{found}” và “{sheet}”; cần chỉ một trang, gộp số liệu lại hoặc xóa trang thừa.
select sheet, cell, found, expected from remark where what = 'two_sheets'
