-- The rate of each unit in each component on a day: the heat map.
-- One row per: unit x component with a line that year
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: unit_code, unit_short_name, kind, component_code, component_short_name, reported_on, planned_vnd, disbursed_vnd, disbursed_share, unreported_planned_vnd
-- Key:   unit_code, component_code
-- Behind: money
with summed as (
    select unit_code, component_code, max(reported_on) as reported_on, unnest(mart.rate(planned_vnd, disbursed_vnd))
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
    group by unit_code, component_code
)
select
    unit_code,
    unit.short_name as unit_short_name,
    unit.kind,
    component_code,
    component.short_name as component_short_name,
    reported_on,
    planned_vnd,
    disbursed_vnd,
    disbursed_share,
    unreported_planned_vnd
from summed
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
order by unit.position, component.position
