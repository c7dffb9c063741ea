-- The same indicator and breakdown twice in one sheet (for the same unit).
-- Name: Chỉ tiêu ghi hai lần
-- Severity: refuse
-- Sentence: Chỉ tiêu trùng: tìm thấy {found}, đã có ở {expected} (cùng đơn vị, chỉ tiêu, phân tổ); cần mỗi dòng một lần.
with line as (
    select distinct form, sheet, row, unit_code, indicator_code, breakdown from cell
    where indicator_code is not null and unit_code is not null and type = 'number' and text <> ''
      and (sheet, row) not in (select (sheet, row) from label where code is null) -- a key not understood is told by its own rule
      and sheet not in (select sheet from remark where what = 'missing_column')
),
seen as (select *, min(row) over (partition by form, unit_code, indicator_code, breakdown) as first_row from line)

select
    s.sheet, coalesce((select any_value(l.cell) from label l where l.sheet = s.sheet and l.row = s.row and l.type = 'indicator'), '') as cell,
    concat_ws(', ', s.indicator_code, (select any_value(b.name) from breakdown b where b.breakdown = s.breakdown)) as found,
    'dòng ' || (s.first_row + 1) as expected
from seen s where s.row > s.first_row
