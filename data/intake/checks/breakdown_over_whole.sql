-- A part larger than its whole.
-- Name: Phân tổ lớn hơn dòng chung
-- Severity: refuse
-- Sentence: Phân tổ lớn hơn dòng chung: tìm thấy {found}, dòng chung là {expected}; cần không vượt, phân tổ là “trong đó”.
with counted as (
    select c.form, c.sheet, c.row, c.cell, c.unit_code, c.indicator_code, c.breakdown, c.field, c.text, c.number, b.is_whole
    from cell c join indicator i using (indicator_code) join breakdown b using (breakdown)
    where c.number is not null and (
        ends_with(c.field, 'numerator') or ends_with(c.field, 'denominator')
        or (i.value_kind = 'count' and (c.field in ('result', 'base', 'estimated') or (c.field = 'planned' and i.measure = 'level')))
    )
)

select p.sheet, p.cell, any_value(p.text) as found, any_value(w.text) as expected
from counted p
join counted w on w.form = p.form and w.unit_code = p.unit_code and w.indicator_code = p.indicator_code and w.field = p.field
where w.is_whole and not p.is_whole and p.number > w.number
group by p.sheet, p.cell
