-- A cumulative amount that falls from one report to the next.
-- Severity: warn
-- Sentence: Lũy kế giảm so với kỳ trước: tìm thấy {found} đồng, kỳ trước {expected} đồng.
with figure as (
    select i.plan_year, i.unit_code, i.round_code, i.submission_id, i.cut_off_on, c.sheet, c.cell, c.amount_vnd,
        concat_ws('|', c.component_code, c.fund_source, c.capital_type, c.capital_year) as line
    from stg.reported i
    join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.field = 'disbursed_vnd' and c.unit_code = i.unit_code
),
pair as (
    select *, lag(amount_vnd) over (partition by plan_year, unit_code, line order by cut_off_on) as before_vnd from figure
)

select p.plan_year, p.unit_code, p.round_code, p.submission_id, p.sheet, p.cell, p.amount_vnd as found, p.before_vnd as expected
from pair p, stg.tolerance t
where p.amount_vnd < p.before_vnd and not (p.amount_vnd > 0 and p.before_vnd / p.amount_vnd between t.slip_from and t.slip_to)
