-- What each unit attained of each of its indicators at a day.
-- One row per: unit × indicator × breakdown with a target or a result that year
-- Takes: plan_year, on, indicator, group, unit, units
-- Gives: unit_code, unit_name, unit_short_name, kind, indicator_code, indicator_name, indicator_short_name, component_code, breakdown, breakdown_name, measure_unit, level_unit, measure, value_kind, result_from, planned, achieved, level, base_level, numerator, denominator, estimated, attainment_share, expected_share, status, state, reported_on, plan_basis, citation, reported_count, expected_count, submission_id, counted
-- Key:   unit_code, indicator_code, breakdown
-- Behind: results
select
    u.unit_code, u.unit_name, u.short_name as unit_short_name, u.kind,
    i.indicator_code, i.name as indicator_name, i.short_name as indicator_short_name, i.component_code, a.breakdown,
    case when a.breakdown = 'CHUNG' then '' else b.name end as breakdown_name, i.unit as measure_unit, coalesce(nullif(i.level_unit, ''), i.unit) as level_unit, i.measure, i.value as value_kind, i.result_from,
    a.planned, a.achieved, a.level, a.base_level, a.numerator, a.denominator, a.estimated, a.attainment_share, a.expected_share, a.status, a.state, a.reported_on,
    a.plan_basis, a.citation, a.reported_count, a.expected_count,
    a.submission_id, i.counted
from mart.attainment_at($plan_year, $on) as a
inner join mart.indicator as i on i.indicator_code = a.indicator_code
inner join mart.breakdown as b on b.code = a.breakdown
inner join mart.unit as u on u.unit_code = a.unit_code
where
    a.unit_code in (select unnest($units))
    and ($unit is null or a.unit_code = $unit)
    and ($indicator is null or a.indicator_code = $indicator)
    and ($group is null or list_contains(i.groups, $group))
order by i.position, b.position, u.position
