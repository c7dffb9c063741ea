-- A hidden column of a table: it is read, and said so.
-- Name: Cột bị ẩn
-- Severity: warn
-- Sentence: Cột tìm thấy “{found}” đang bị ẩn nhưng vẫn được đọc; cần bỏ ẩn hoặc xóa nếu không dùng.
select sheet, cell, found, expected from remark where what = 'hidden_column'
