-- The way of the money of each component on a day: assigned, planned, allocated in detail, disbursed, and where it stands still.
-- One row per: component run in the province, with money that year
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: component_code, short_name, assigned_vnd, planned_vnd, allocated_vnd, disbursed_vnd, not_disbursed_vnd, not_allocated_vnd, unknown_vnd
-- Key:   component_code
-- Behind: money
with line as (
    select
        *,
        -- what is spent was allocated, whatever the sheet says; nothing is allocated beyond the plan
        greatest(least(allocated_vnd, planned_vnd), disbursed_vnd) as reached_vnd
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
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
