-- How an indicator grew over the year's cut-offs, each point by the same rule: what was known at that day.
-- One row per: cut-off at which anyone told of it × unit that the viewer may see, and the province as a whole
-- Takes: plan_year, on, indicator, benchmarks, units
-- Gives: cut_off_on, unit_code, unit_short_name, is_province, level, achieved, planned, attainment_share, expected_share, state, reported_count, expected_count
-- Key:   cut_off_on, unit_code
-- Behind: results on=cut_off_on
with day as (
    select distinct cut_off_on
    from mart.result
    where plan_year = $plan_year and indicator_code = $indicator and cut_off_on <= $on and state <> 'estimate'
),
outside as (
    select count(*) as unit_count
    from mart.unit_year
    where plan_year = $plan_year and unit_code not in (select unnest($units))
)
select
    day.cut_off_on, a.unit_code, coalesce(u.short_name, (select short_name from mart.province)) as unit_short_name, u.unit_code is null as is_province,
    a.level, a.achieved, a.planned, a.attainment_share, a.expected_share, a.state, a.reported_count, a.expected_count
from day
cross join lateral (from mart.attainment_at($plan_year, day.cut_off_on)) as a
cross join outside
left join mart.unit as u on u.unit_code = a.unit_code
where
    a.indicator_code = $indicator
    and a.breakdown = 'CHUNG'
    and (
        a.unit_code in (select unnest($units))
        or (u.unit_code is null and $benchmarks and (outside.unit_count = 0 or outside.unit_count >= 3))
    )
order by day.cut_off_on, u.position nulls first
