-- The cause that holds up most money in each unit and in each component, with what was asked for, on a day.
-- One row per: unit, or component, that told of an obstacle
-- Takes: plan_year, on, component, unit, units
-- Gives: of_what, code, cause_name, held_up_vnd, explanation, request, cause_count
-- Key:   of_what, code
-- Behind: obstacles cause=cause_name
with summed as (
    select
        of_what,
        code,
        any_value(cause_name) as cause_name,
        sum(held_up_vnd)::bigint as held_up_vnd,
        max_by(explanation, coalesce(held_up_vnd, 0)) as explanation,
        max_by(request, coalesce(held_up_vnd, 0)) as request,
        count(*) over (partition by of_what, code) as cause_count
    from mart.obstacle_at($plan_year, $on, $units, $unit, $component)
    cross join lateral (values ('unit', unit_code), ('component', component_code)) as of (of_what, code)
    group by of_what, code, cause_code
)
select of_what, code, cause_name, held_up_vnd, explanation, request, cause_count
from summed
qualify row_number() over (partition by of_what, code order by held_up_vnd desc nulls last, cause_name) = 1
order by held_up_vnd desc nulls last, of_what, code
