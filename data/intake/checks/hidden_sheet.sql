-- A hidden sheet: it is not read.
-- Name: Trang bị ẩn
-- Severity: warn
-- Sentence: Trang “{found}” đang bị ẩn nên không được đọc; cần bỏ ẩn nếu có số liệu.
select sheet, cell, found, expected from remark where what = 'hidden_sheet'
