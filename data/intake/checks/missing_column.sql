-- A key column is not in the table.
-- Severity: refuse
-- Sentence: Thiếu cột “{expected}” trong bảng; cần có cột này.
select sheet, cell, found, expected from remark where what = 'missing_column'
