-- Planned and spent money of each unit on a day, and how far it lags behind the rate of all rows.
-- One row per: unit with a plan or expected that year, reported or not
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: unit_code, unit_name, short_name, kind, reported_on, state, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, is_behind
-- Key:   unit_code
-- Behind: money
with line as (
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
),
reported as (
    select unit_code, max(cut_off_on) as reported_on, max_by(submission_id, cut_off_on) as submission_id
    from mart.cut_off
    where plan_year = $plan_year and cut_off_on <= $on
    group by unit_code
),
summed as (
    select unit_code, mart.rate(planned_vnd, disbursed_vnd) as rate
    from mart.unit_year as year
    left join line using (unit_code)
    where year.plan_year = $plan_year and unit_code in (select unnest($units)) and ($unit is null or unit_code = $unit)
    group by unit_code
)
select
    unit_code,
    unit.unit_name,
    unit.short_name,
    unit.kind,
    reported.reported_on,
    submission.state,
    unnest(rate),
    mart.is_behind(rate, (select mart.rate(planned_vnd, disbursed_vnd) from line)) as is_behind
from summed
inner join mart.unit as unit using (unit_code)
left join reported using (unit_code)
left join mart.submission as submission using (submission_id)
order by rate.disbursed_share desc nulls last, unit.position
