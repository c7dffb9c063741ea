-- An amount that is not the sum of the columns that make it up; which of the row's cells is at fault, the row does not tell.
-- Name: Tổng của dòng không khớp
-- Severity: refuse
-- Sentence: Tổng của dòng không khớp: tìm thấy {found}, cộng các cột thành phần được {expected} (đồng); cần sửa cột tổng hoặc các cột thành phần của dòng.
select sheet, cell, found, expected from remark where what = 'row_sum_mismatch'
