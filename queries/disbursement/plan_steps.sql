-- The plan as it stood through the year: one row for the start and for each day it changed, up to a day.
-- One row per: day on which the plan changed
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: from_on, planned_vnd
-- Key:   from_on
-- Behind: money on=from_on
with line as (
    select from_on, to_on, planned_vnd
    from mart.line($units, $unit, $component, $source, $capital_type, $carried_over)
    where plan_year = $plan_year and planned_vnd is not null
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
