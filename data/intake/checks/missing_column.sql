-- A required column is not in the table; a heading that only begins like it is named.
-- Name: Thiếu cột
-- Severity: refuse
-- Sentence: Thiếu cột “{expected}” trong bảng{found}; cần có cột này.
select sheet, cell, if(found = '', '', ', chỉ tìm thấy “' || found || '”') as found, expected
from remark where what = 'missing_column'
