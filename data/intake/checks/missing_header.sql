-- A sheet is named like a form but no heading of it was found.
-- Name: Thiếu dòng tiêu đề cột
-- Severity: refuse
-- Sentence: Không tìm thấy dòng tiêu đề cột: trang bắt đầu bằng “{found}”, cần các cột {expected}.
select sheet, cell, found, expected from remark where what = 'missing_header'
