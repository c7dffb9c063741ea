-- A heading begins like a column that may be left out, but says something else: it is not read.
-- Name: Cột gần giống, không được đọc
-- Severity: warn
-- Sentence: Cột tìm thấy “{found}” không được đọc; cần ghi đúng tiêu đề “{expected}” nếu là cột này.
select sheet, cell, found, expected from remark where what = 'near_column'
