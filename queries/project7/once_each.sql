-- What every unit given it is to do once in the year (a plan issued, a visit received): who has, who has not yet, who has not said, at a day.
-- One row per: indicator that is counted × kind of unit, where no unit that the viewer may see has a target other than 1
-- Takes: plan_year, on, group, unit, units
-- Gives: indicator_code, indicator_name, indicator_short_name, measure_unit, kind, unit_count, done_count, done_names, waiting_names, silent_names, oldest_on
-- Key:   indicator_code, kind
-- Behind: nothing, because its rows name the units that it counts
with own as (
    select
        i.indicator_code, i.name as indicator_name, i.short_name as indicator_short_name, i.unit as measure_unit, i.position,
        u.unit_code, u.kind, u.short_name, u.position as unit_position, a.achieved, a.reported_on,
        max(a.planned) over (partition by i.indicator_code) = 1 and min(a.planned) over (partition by i.indicator_code) = 1 as is_once_each
    from mart.attainment_at($plan_year, $on) as a
    inner join mart.indicator as i on i.indicator_code = a.indicator_code and i.value = 'count' and i.measure = 'level' and list_contains(i.groups, $group)
    inner join mart.unit as u on u.unit_code = a.unit_code
    where a.breakdown = 'CHUNG' and a.planned is not null and a.unit_code in (select unnest($units))
)
select
    indicator_code, indicator_name, indicator_short_name, measure_unit, kind,
    count(*) as unit_count, count(*) filter (where achieved >= 1) as done_count,
    coalesce(string_agg(short_name, ', ' order by unit_position) filter (where achieved >= 1), '') as done_names,
    coalesce(string_agg(short_name, ', ' order by unit_position) filter (where achieved < 1), '') as waiting_names,
    coalesce(string_agg(short_name, ', ' order by unit_position) filter (where achieved is null), '') as silent_names,
    min(reported_on) as oldest_on
from own
where is_once_each and ($unit is null or unit_code = $unit)
group by indicator_code, indicator_name, indicator_short_name, measure_unit, position, kind
order by position, kind = 'district' desc
