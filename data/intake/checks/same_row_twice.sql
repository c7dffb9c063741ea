-- The same line twice in one sheet.
-- Name: Dòng ghi hai lần
-- Severity: refuse
-- Sentence: Dòng trùng: tìm thấy {found}, đã có ở {expected} (cùng dự án, nguồn vốn, loại vốn, năm vốn); cần mỗi dòng một lần.
with line as (
    select distinct form, sheet, row, unit_code, component_code, fund_source, capital_type, capital_year, commune_code
    from cell join form using (form)
    where line_kind in ('detail', 'commune') and component_code is not null and not repeats
      and (sheet, row) not in (select (sheet, row) from label where code is null) -- a key not understood is told by its own rule
      and sheet not in (select sheet from remark where what = 'missing_column')
),
seen as (
    select *, min(row) over (partition by form, unit_code, component_code, fund_source, capital_type, capital_year, commune_code) as first_row from line
)

select
    s.sheet, coalesce((select any_value(l.cell) from label l where l.sheet = s.sheet and l.row = s.row and l.type = 'component'), '') as cell,
    s.component_code as found, 'dòng ' || (s.first_row + 1) as expected
from seen s where s.row > s.first_row
