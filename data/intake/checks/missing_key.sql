-- A row with figures that does not say what they belong to.
-- Name: Dòng có số nhưng thiếu mã
-- Severity: refuse
-- Sentence: Dòng có số liệu nhưng ô này trống; cần {expected}.
select sheet, cell, '' as found, expected from label
where code is null and text = '' and type <> 'commune'
  and (form, row) in (select (form, row) from cell where text <> '')
