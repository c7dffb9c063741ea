-- What holds each district back on a day: its slowest component, and the cause it gave with most money held up.
-- One row per: district of the year
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: unit_code, unit_short_name, component_count, slowest_component_name, slowest_planned_vnd, slowest_share, cause_name, held_up_vnd
-- Key:   unit_code
-- Behind: money carried_over=false
with district as (
    select unit_code, short_name, position
    from mart.unit_year
    inner join mart.unit as unit using (unit_code)
    where plan_year = $plan_year and kind = 'district' and unit_code in (select unnest($units)) and ($unit is null or unit_code = $unit)
),
held as (
    select unit_code, component_code, unnest(mart.rate(planned_vnd, disbursed_vnd))
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, false)
    group by unit_code, component_code
),
slowest as ( -- of two that are equally slow, the one with more money left
    select unit_code, component_code, compared_planned_vnd as planned_vnd, disbursed_share as share, count(*) over (partition by unit_code) as component_count
    from held
    where disbursed_share is not null
    qualify row_number() over (partition by unit_code order by share, remaining_vnd desc, component_code) = 1
),
cause as (
    select unit_code, cause_code, any_value(cause_name) as cause_name, sum(obstacle.held_up_vnd) as held_up_vnd
    from mart.obstacle as obstacle
    inner join mart.component as component using (component_code)
    where
        plan_year = $plan_year
        and from_on <= $on
        and to_on > $on
        and ($component is null or $component in (component_code, component.project_code))
    group by unit_code, cause_code
    qualify row_number() over (partition by unit_code order by sum(obstacle.held_up_vnd) desc nulls last, cause_code) = 1
)
select
    district.unit_code,
    district.short_name as unit_short_name,
    coalesce(slowest.component_count, 0) as component_count,
    component.short_name as slowest_component_name,
    slowest.planned_vnd as slowest_planned_vnd,
    slowest.share as slowest_share,
    cause.cause_name,
    cause.held_up_vnd::bigint as held_up_vnd
from district
left join slowest using (unit_code)
left join mart.component as component using (component_code)
left join cause using (unit_code)
order by district.position
