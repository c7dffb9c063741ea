-- The one cell at which a row and a column that do not add up meet: put right, both do.
-- Name: Ô làm lệch cả dòng và cột
-- Severity: refuse
-- Sentence: Ô này làm lệch cả tổng của dòng và tổng của cột: tìm thấy {found}; nếu các ô khác đúng thì cần là {expected} (đồng).
select sheet, cell, found, expected from remark where what = 'cell_mismatch'
