-- Two headings mean the same column.
-- Name: Hai cột trùng nhau
-- Severity: refuse
-- Sentence: Hai cột cùng là “{found}”: cột kia ở ô {expected}; cần chỉ một cột.
select sheet, cell, found, expected from remark where what = 'column_twice'
