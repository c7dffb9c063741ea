-- Planned and spent money of each project on a day.
-- One row per: project, run in the province or not
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: project_code, official_name, short_name, is_run, lead_name, unit_count, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, is_behind
-- Key:   project_code
-- Behind: money
with line as (
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
),
summed as (
    select project_code, count(distinct unit_code) as unit_count, mart.rate(planned_vnd, disbursed_vnd) as rate
    from mart.project
    left join line using (project_code)
    group by project_code
)
select
    project_code,
    official_name,
    short_name,
    is_run,
    lead_name,
    unit_count,
    unnest(rate),
    mart.is_behind(rate, (select mart.rate(planned_vnd, disbursed_vnd) from line)) as is_behind
from summed
inner join mart.project using (project_code)
where $component is null or $component = project_code or project_code in (select project_code from mart.component where component_code = $component)
order by position
