-- A hidden row inside a table: it is read, and said so.
-- Name: Dòng bị ẩn
-- Severity: warn
-- Sentence: Dòng {found} đang bị ẩn nhưng vẫn được đọc; cần bỏ ẩn hoặc xóa nếu không dùng.
select sheet, cell, found, expected from remark where what = 'hidden_row'
