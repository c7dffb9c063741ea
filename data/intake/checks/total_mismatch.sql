-- A total that is not the sum of its parts, whichever way it may be one (figures.md 10).
-- Severity: refuse
-- Sentence: Dòng cộng không khớp: tìm thấy {found}, cộng các dòng được {expected} (đồng); cần sửa dòng cộng hoặc các dòng.
with total as (select * from cell where line_kind in ('total', 'group') and amount_vnd is not null),
tried as (
    select
        t.sheet, t.cell, t.amount_vnd, p.guess,
        sum(d.amount_vnd)::bigint as parts_vnd,
        -- half the last digit: of the total as written, of each part as finely as the finest of them is written
        any_value(t.half_digit_vnd) + count(*) * coalesce(min(nullif(d.half_digit_vnd, 0)), 0) as tolerance_vnd,
        count(*) filter (d.amount_vnd is null) as missing_count,
        count(*) filter (d.fault <> '') as fault_count
    from total t
    join part p on p.sheet = t.sheet and p.total_row = t.row
    join cell d on d.sheet = t.sheet and d.row = p.part_row and d.field = t.field and d.form = t.form
    group by t.sheet, t.cell, t.amount_vnd, p.guess
),
judged as (
    select *, fault_count > 0 or coalesce(abs(amount_vnd - parts_vnd) <= tolerance_vnd, false)
        or (missing_count > 0 and amount_vnd >= coalesce(parts_vnd, 0) - tolerance_vnd) as closes
    from tried
)
select sheet, cell, any_value(amount_vnd) as found, arg_min(parts_vnd, guess) as expected
from judged group by sheet, cell having not bool_or(closes)
