-- A date typed as text, understood day before month.
-- Name: Ngày ghi dạng chữ
-- Severity: warn
-- Sentence: Ngày ghi dạng chữ “{found}”; đã hiểu là {expected}, cần định dạng ngày.
select sheet, cell, found, expected from remark where what = 'date_as_text'
