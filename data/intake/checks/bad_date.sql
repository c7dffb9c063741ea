-- A date that cannot be understood.
-- Name: Ngày không hiểu được
-- Severity: refuse
-- Sentence: Không hiểu ngày “{found}”; cần dạng ngày/tháng/năm, như 14/06/2000.
select sheet, cell, found, expected from remark where what = 'bad_date'
union all
select sheet, cell, text, '' from cell where fault = 'bad_date'
