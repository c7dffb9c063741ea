-- A part ("trong đó") of an indicator whose whole has no figure: the part counts nowhere.
-- Name: Có phân tổ, thiếu dòng chung
-- Severity: warn
-- Sentence: Có phân tổ mà dòng chung của chỉ tiêu chưa có số: tìm thấy {found}; cần {expected}.
with told as (
    select c.form, c.sheet, c.row, c.cell, c.unit_code, c.indicator_code, c.text, b.is_whole, b.name
    from cell c join breakdown b using (breakdown)
    where c.number is not null and c.field in ('result', 'numerator') and (select kind from book) = 'own'
)

select p.sheet, arg_min(p.cell, (p.row, length(p.cell), p.cell)) as cell, arg_min(p.indicator_code || ', ' || p.name || ' ' || p.text, (p.row, length(p.cell), p.cell)) as found,
    'ghi cả dòng chung, phân tổ là “trong đó”' as expected
from told p
where not p.is_whole
  and not exists (from told w where w.is_whole and w.form = p.form and w.indicator_code = p.indicator_code and w.unit_code is not distinct from p.unit_code)
group by p.sheet, p.unit_code, p.indicator_code
