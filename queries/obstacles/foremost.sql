-- The cause that holds up most money in each unit and in each component, with what was asked for, on a day.
-- One row per: unit, or component, that told of an obstacle
-- Takes: plan_year, on, component, unit, units
-- Gives: of_what, code, cause_name, held_up_vnd, explanation, request, cause_count
-- Key:   of_what, code
with told as (
    select unit_code, component_code, cause_code, cause_name, held_up_vnd, explanation, request
    from mart.obstacle
    inner join mart.component as component using (component_code)
    where
        plan_year = $plan_year
        and from_on <= $on
        and to_on > $on
        and unit_code in (select unnest($units))
        and ($unit is null or unit_code = $unit)
        and ($component is null or $component in (component_code, component.project_code))
),
summed as (
    select
        of_what,
        code,
        any_value(cause_name) as cause_name,
        sum(held_up_vnd)::bigint as held_up_vnd,
        max_by(explanation, coalesce(held_up_vnd, 0)) as explanation,
        max_by(request, coalesce(held_up_vnd, 0)) as request,
        count(*) over (partition by of_what, code) as cause_count
    from told
    cross join lateral (values ('unit', unit_code), ('component', component_code)) as of (of_what, code)
    group by of_what, code, cause_code
)
select of_what, code, cause_name, held_up_vnd, explanation, request, cause_count
from summed
qualify row_number() over (partition by of_what, code order by held_up_vnd desc nulls last, cause_name) = 1
order by held_up_vnd desc nulls last, of_what, code
