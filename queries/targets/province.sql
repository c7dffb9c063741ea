-- What the province as a whole attained of each indicator at a day; no row when the viewer may not see it, or could work out a unit from it.
-- One row per: indicator × breakdown with a target or a result that year
-- Takes: plan_year, on, indicator, group, benchmarks, units
-- Gives: indicator_code, indicator_name, indicator_short_name, component_code, breakdown, breakdown_name, measure_unit, level_unit, measure, value_kind, result_from, planned, achieved, level, base_level, numerator, denominator, estimated, attainment_share, expected_share, status, state, reported_on, plan_basis, citation, reported_count, expected_count, is_published, oldest_on, unreported_planned, counted
-- Key:   indicator_code, breakdown
-- Behind: results unit=
with outside as (
    select count(*) as unit_count
    from mart.unit_year
    where plan_year = $plan_year and unit_code not in (select unnest($units))
)
select
    i.indicator_code, i.name as indicator_name, i.short_name as indicator_short_name, i.component_code, a.breakdown,
    case when a.breakdown = 'CHUNG' then '' else b.name end as breakdown_name, i.unit as measure_unit, coalesce(nullif(i.level_unit, ''), i.unit) as level_unit, i.measure, i.value as value_kind, i.result_from,
    a.planned, a.achieved, a.level, a.base_level, a.numerator, a.denominator, a.estimated, a.attainment_share, a.expected_share, a.status, a.state, a.reported_on,
    a.plan_basis, a.citation, a.reported_count, a.expected_count,
    a.is_published, a.oldest_on, a.unreported_planned, i.counted
from mart.attainment_at($plan_year, $on) as a
inner join mart.province as p on p.unit_code = a.unit_code
inner join mart.indicator as i on i.indicator_code = a.indicator_code
inner join mart.breakdown as b on b.code = a.breakdown
cross join outside
where
    ($benchmarks and (outside.unit_count = 0 or outside.unit_count >= 3))
    and ($indicator is null or a.indicator_code = $indicator)
    and ($group is null or list_contains(i.groups, $group))
order by i.position, b.position
