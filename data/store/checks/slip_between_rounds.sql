-- An amount a thousand times, or a thousandth of, the report before.
-- Name: Nhầm đơn vị ×1.000 so kỳ trước
-- Severity: warn
-- Sentence: Nghi nhầm đơn vị tiền ×1.000 so với kỳ trước: tìm thấy {found} đồng, kỳ trước {expected} đồng.
with pair as (
    select *, lag(amount_vnd) over (partition by plan_year, unit_code, line order by cut_off_on) as before_vnd from stg.spent_as_told
)

select p.plan_year, p.unit_code, p.round_code, p.submission_id, p.sheet, p.cell, p.amount_vnd as found, p.before_vnd as expected
from pair p, stg.tolerance t
where p.amount_vnd > 0 and p.before_vnd > 0
  and (p.before_vnd / p.amount_vnd between t.slip_from and t.slip_to or p.amount_vnd / p.before_vnd between t.slip_from and t.slip_to)
