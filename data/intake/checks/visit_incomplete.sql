-- A visit or a finding without what it needs to be followed up.
-- Name: Cuộc giám sát, tồn tại thiếu nội dung
-- Severity: refuse
-- Sentence: Ô “{expected}” trống; cần ghi, nếu không thì không theo dõi được.
select sheet, cell, text as found, header as expected from cell
where (text = '' or (type = 'text' and value is null)) and (
    (form = 'visits' and field in ('visit_number', 'visit_mode', 'starts_on'))
    or (form = 'findings' and field in ('visit_number', 'finding_number', 'finding_kind', 'finding', 'recommendation'))
    or (form = 'findings' and field = 'verified_by' and (sheet, row) in (select (sheet, row) from cell where field = 'verified_on' and text <> ''))
)
