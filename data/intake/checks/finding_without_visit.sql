-- A finding of a visit that is not listed.
-- Name: Tồn tại của cuộc giám sát không có
-- Severity: refuse
-- Sentence: Không có cuộc giám sát số “{found}”; cần {expected}.
select sheet, cell, text as found, 'một số cuộc của trang Cuộc giám sát' as expected from cell
where form = 'findings' and field = 'visit_number' and text <> ''
  and text not in (select text from cell where form = 'visits' and field = 'visit_number')
