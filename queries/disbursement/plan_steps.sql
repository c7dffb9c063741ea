-- The plan as it stood through the year: one row for the start and for each day it changed, up to a day.
-- One row per: day on which the plan changed
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: from_on, planned_vnd
-- Key:   from_on
with line as (
    select from_on, to_on, planned_vnd
    from mart.money
    where
        plan_year = $plan_year
        and unit_code in (select unnest($units))
        and ($unit is null or unit_code = $unit)
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
        and ($carried_over is null or is_carried_over = $carried_over)
        and planned_vnd is not null
),
change as (
    select from_on as day, planned_vnd as amount from line
    union all
    select to_on, -planned_vnd from line
),
daily as (
    select day, sum(amount)::bigint as amount
    from change
    where day <= $on
    group by day
)
select day as from_on, (sum(amount) over (order by day))::bigint as planned_vnd
from daily
where amount <> 0
order by day
