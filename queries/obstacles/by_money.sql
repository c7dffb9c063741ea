-- The causes units gave for money that does not move, ranked by the money held up, on a day.
-- One row per: cause
-- Takes: plan_year, on, component, unit, units
-- Gives: cause_code, cause_name, held_up_vnd, unnamed_count, unit_count, unit_names
-- Key:   cause_code
-- Behind: obstacles cause=cause_code
select
    cause_code,
    any_value(cause_name) as cause_name,
    sum(held_up_vnd)::bigint as held_up_vnd,
    count(*) filter (where held_up_vnd is null) as unnamed_count,
    count(distinct unit_code) as unit_count,
    string_agg(distinct unit_short_name, ', ' order by unit_short_name) as unit_names
from mart.obstacle_at($plan_year, $on, $units, $unit, $component)
group by cause_code
order by held_up_vnd desc nulls last, cause_code
