-- More carried over into a year than was left of the line at the end of the year before; less than half a triệu is rounding.
-- Name: Kéo dài nhiều hơn số còn lại
-- Severity: warn
-- Scope: everyone
-- Sentence: Vốn kéo dài sang nhiều hơn số còn lại cuối năm trước: tìm thấy {found} đồng, {expected}.
with carried as (
    select distinct plan_year, unit_code, component_code, fund_source, capital_type, capital_year, plan_submission, planned_vnd
    from mart.money
    where is_carried_over and planned_vnd is not null
),
held as (
    select c.*, b.planned_vnd as before_planned_vnd, b.disbursed_vnd as before_disbursed_vnd
    from carried c
    join mart.money b on b.plan_year = c.plan_year - 1 and b.unit_code = c.unit_code and b.to_on = date '9999-12-31'
        and (b.component_code, b.fund_source, b.capital_type, b.capital_year) = (c.component_code, c.fund_source, c.capital_type, c.capital_year)
    where c.planned_vnd > b.planned_vnd - b.disbursed_vnd + 500000
)

select h.plan_year, h.unit_code, coalesce(any_value(s.round_code), '') as round_code, s.submission_id, any_value(a.sheet) as sheet,
    arg_max(a.cell, a.field = 'adjusted_vnd') as cell, h.planned_vnd as found,
    format(
        'năm trước kế hoạch {} đồng, giải ngân {} đồng', replace(format('{:,}', any_value(h.before_planned_vnd)), ',', '.'),
        replace(format('{:,}', any_value(h.before_disbursed_vnd)), ',', '.')
    ) as expected
from held h
join stg.submission s on s.submission_id = h.plan_submission
join stg.amount a on a.submission_id = s.submission_id and a.unit_code = h.unit_code and a.amount_vnd = h.planned_vnd
    and a.field in ('assigned_vnd', 'adjusted_vnd')
    and (a.component_code, a.fund_source, a.capital_type, a.capital_year) = (h.component_code, h.fund_source, h.capital_type, h.capital_year)
group by h.plan_year, h.unit_code, h.component_code, h.fund_source, h.capital_type, h.capital_year, s.submission_id, h.planned_vnd
