-- The same line twice in one sheet.
-- Severity: refuse
-- Sentence: Dòng này trùng với dòng {expected} (cùng dự án, nguồn vốn, loại vốn, năm vốn); cần mỗi dòng một lần.
with line as (
    select distinct form, sheet, row, unit_code, component_code, fund_source, capital_type, capital_year, commune_code
    from cell join form using (form)
    where line_kind in ('detail', 'commune') and component_code is not null and not repeats
),
seen as (
    select *, min(row) over (partition by form, unit_code, component_code, fund_source, capital_type, capital_year, commune_code) as first_row from line
)
select sheet, 'A' || (row + 1) as cell, component_code as found, first_row + 1 as expected from seen where row > first_row
