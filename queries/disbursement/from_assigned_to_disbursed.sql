-- The way of the money of each component on a day: assigned, planned, allocated in detail, disbursed, and where it stands still.
-- One row per: component run in the province, with money that year
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: component_code, short_name, assigned_vnd, planned_vnd, allocated_vnd, disbursed_vnd, not_disbursed_vnd, not_allocated_vnd, unknown_vnd
-- Key:   component_code
with line as (
    select
        *,
        -- what is spent was allocated, whatever the sheet says; nothing is allocated beyond the plan
        greatest(least(allocated_vnd, planned_vnd), disbursed_vnd) as reached_vnd
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
)
select
    component_code,
    any_value(component.short_name) as short_name,
    sum(assigned_vnd)::bigint as assigned_vnd,
    sum(planned_vnd)::bigint as planned_vnd,
    sum(allocated_vnd)::bigint as allocated_vnd,
    sum(disbursed_vnd)::bigint as disbursed_vnd,
    -- the four parts of the plan: disbursed + not disbursed + not allocated + a step not told
    coalesce(sum(reached_vnd - disbursed_vnd) filter (where allocated_vnd is not null), 0)::bigint as not_disbursed_vnd,
    coalesce(sum(greatest(planned_vnd - reached_vnd, 0)) filter (where allocated_vnd is not null and disbursed_vnd is not null), 0)::bigint
        as not_allocated_vnd,
    coalesce(sum(planned_vnd - coalesce(disbursed_vnd, 0)) filter (where allocated_vnd is null or disbursed_vnd is null), 0)::bigint as unknown_vnd
from line
inner join mart.component as component using (component_code)
where planned_vnd is not null
group by component_code
order by any_value(component.position)
