-- A breakdown that the indicator is not told apart by.
-- Name: Chỉ tiêu không có phân tổ này
-- Severity: refuse
-- Sentence: Chỉ tiêu này không có phân tổ “{found}”; cần {expected}.
with line as (
    select distinct sheet, row, indicator_code, breakdown from cell
    where indicator_code is not null and breakdown is not null and text <> ''
      and (indicator_code, breakdown) not in (select (indicator_code, breakdown) from indicator_breakdown)
)

select
    line.sheet, (select min_by(l.cell, l.field) from label l where l.sheet = line.sheet and l.row = line.row and l.text <> '' and l.type in ('breakdown', 'indicator')) as cell,
    (select any_value(b.name) from breakdown b where b.breakdown = line.breakdown) as found,
    (
        select 'một trong: ' || string_agg(name, '; ' order by position) from indicator_breakdown i join breakdown using (breakdown)
        where i.indicator_code = line.indicator_code
    ) as expected
from line
