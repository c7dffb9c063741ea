-- Planned and spent money of each component on a day.
-- One row per: component (the leaves), run in the province or not
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: component_code, project_code, official_name, short_name, is_run, lead_name, unit_count, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, is_behind
-- Key:   component_code
-- Behind: money
with line as (
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
),
summed as (
    select component_code, count(distinct unit_code) as unit_count, mart.rate(planned_vnd, disbursed_vnd) as rate
    from mart.component
    left join line using (component_code)
    group by component_code
)
select
    component_code,
    project_code,
    official_name,
    short_name,
    is_run,
    lead_name,
    unit_count,
    unnest(rate),
    mart.is_behind(rate, (select mart.rate(planned_vnd, disbursed_vnd) from line)) as is_behind
from summed
inner join mart.component using (component_code)
where $component is null or $component in (component_code, project_code)
order by position
