-- Each indicator of the province over the years up to a day, against its target for five years: what was added up, taken off, or reached.
-- One row per: indicator × budget year with a target or a result
-- Takes: plan_year, on, indicator, group, benchmarks, units
-- Gives: indicator_code, indicator_name, indicator_short_name, measure_unit, level_unit, measure, value_kind, plan_year, planned, achieved, level, state, status, baseline, baseline_on, term_target, term_note, term_achieved, term_share
-- Key:   indicator_code, plan_year
-- Behind: results on=year_end unit=
with day as (
    select distinct plan_year, least($on, make_date(plan_year, 12, 31)) as asked_on
    from mart.unit_year
    where plan_year <= $plan_year
),
outside as (
    select coalesce(min(unit_count), 3) as unit_count
    from (select plan_year, count(*) as unit_count from mart.unit_year where unit_code not in (select unnest($units)) group by plan_year)
),
yearly as (
    select day.plan_year, a.*
    from day
    cross join lateral (from mart.attainment_at(day.plan_year, day.asked_on)) as a
    inner join mart.province as p on p.unit_code = a.unit_code
    cross join outside
    where a.breakdown = 'CHUNG' and $benchmarks and outside.unit_count >= 3
),
summed as (
    select
        *,
        case when measure = 'level' and value_kind = 'count' then sum(achieved) over sofar else last_value(level ignore nulls) over sofar end as reached
    from yearly
    window sofar as (partition by indicator_code order by plan_year)
)
select
    i.indicator_code, i.name as indicator_name, i.short_name as indicator_short_name, i.unit as measure_unit, coalesce(nullif(i.level_unit, ''), i.unit) as level_unit,
    s.measure, s.value_kind, s.plan_year, s.planned, s.achieved, s.level, s.state, s.status, i.baseline, i.baseline_on, i.five_year_target as term_target, i.five_year_note as term_note,
    case when s.measure = 'reduction' then i.baseline - s.reached else s.reached end as term_achieved,
    term_achieved / nullif(i.five_year_target, 0) as term_share
from summed as s
inner join mart.indicator as i using (indicator_code)
where ($indicator is null or s.indicator_code = $indicator) and ($group is null or list_contains(i.groups, $group))
order by i.position, s.plan_year
