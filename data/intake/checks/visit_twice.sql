-- The same number for two visits, or for two findings of a visit: nothing entered later would know which of them is meant.
-- Name: Số cuộc giám sát, tồn tại trùng
-- Severity: refuse
-- Sentence: Số {found} đã có ở {expected}; cần mỗi cuộc giám sát, mỗi tồn tại của một cuộc một số riêng.
with numbered as (
    select form, any_value(sheet) as sheet, row, max(text) filter (field = 'visit_number') as visit, max(text) filter (field = 'finding_number') as finding,
        arg_max(cell, field) filter (field in ('visit_number', 'finding_number')) as visit_cell,
        max(cell) filter (field = 'finding_number') as finding_cell
    from cell where form in ('visits', 'findings') group by form, row
),
seen as (select *, min(row) over (partition by form, visit, finding) as first_row from numbered where visit <> '')

select sheet, coalesce(finding_cell, visit_cell) as cell, concat_ws('.', visit, finding) as found, 'dòng ' || (first_row + 1) as expected
from seen where row > first_row and (form = 'visits' or finding <> '')
