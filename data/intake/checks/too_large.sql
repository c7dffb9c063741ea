-- An amount that no programme has: a slip of the keyboard, or of the unit of money.
-- Name: Số quá lớn
-- Severity: refuse
-- Sentence: Số quá lớn: tìm thấy {found}, cần {expected}; hãy kiểm tra đơn vị tính.
select sheet, cell, text as found, 'dưới 100.000 tỷ đồng' as expected from cell where fault = 'too_large'
