-- The rate of each unit in each component on a day: the heat map.
-- One row per: unit x component with a line that year
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: unit_code, unit_short_name, kind, component_code, component_short_name, reported_on, planned_vnd, disbursed_vnd, disbursed_share, unreported_planned_vnd
-- Key:   unit_code, component_code
with line as (
    select *
    from mart.money
    where
        plan_year = $plan_year
        and from_on <= $on
        and to_on > $on
        and unit_code in (select unnest($units))
        and ($unit is null or unit_code = $unit)
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
        and ($carried_over is null or is_carried_over = $carried_over)
),
summed as (
    select
        unit_code,
        component_code,
        max(reported_on) as reported_on,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from line
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
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share,
    coalesce(planned_vnd - coalesce(compared_planned_vnd, 0), 0) as unreported_planned_vnd
from summed
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
order by unit.position, component.position
