-- A total that is not the sum of its lines, whichever way it may be one (figures.md 10); which cell is at fault, its column does not tell.
-- Name: Dòng cộng không khớp
-- Severity: refuse
-- Sentence: Dòng cộng không khớp: tìm thấy {found}, cộng các dòng được {expected} (đồng); cần sửa dòng cộng hoặc các dòng.
select sheet, cell, found, expected from remark where what = 'total_mismatch'
