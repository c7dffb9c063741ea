-- A date where a number belongs (Excel turns 1.2 into one).
-- Name: Ngày tháng ở ô cần số
-- Severity: refuse
-- Sentence: Ô là ngày tháng ({found}) nhưng cần một số; cần {expected}.
select sheet, cell, text as found, 'đổi định dạng ô về số rồi nhập lại' as expected from cell where fault = 'is_date'
