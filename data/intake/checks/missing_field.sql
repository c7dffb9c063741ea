-- A required line of the general information is blank or absent.
-- Name: Thiếu thông tin chung
-- Severity: refuse
-- Sentence: Thiếu “{expected}”: ô trống hoặc không có dòng này; cần ghi giá trị.
select sheet, cell, found, expected from remark where what = 'missing_field'
