-- The causes units gave for money that does not move, ranked by the money held up, on a day.
-- One row per: cause
-- Takes: plan_year, on, component, unit, units
-- Gives: cause_code, cause_name, held_up_vnd, unnamed_count, unit_count, unit_names
-- Key:   cause_code
select
    cause_code,
    any_value(cause_name) as cause_name,
    sum(held_up_vnd)::bigint as held_up_vnd,
    count(*) filter (where held_up_vnd is null) as unnamed_count,
    count(distinct unit_code) as unit_count,
    string_agg(distinct unit.short_name, ', ' order by unit.short_name) as unit_names
from mart.obstacle
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
where
    plan_year = $plan_year
    and from_on <= $on
    and to_on > $on
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
    and ($component is null or $component in (component_code, component.project_code))
group by cause_code
order by held_up_vnd desc nulls last, cause_code
