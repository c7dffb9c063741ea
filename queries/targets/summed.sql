-- What was published of the province's indicators at a day, beside what its units' own reports add up to.
-- One row per: indicator × breakdown with a target or a result that year; published_… is NULL where no published figure speaks
-- Takes: plan_year, on, indicator, benchmarks, units
-- Gives: indicator_code, indicator_short_name, breakdown, breakdown_name, measure, measure_unit, level_unit, counted, is_published, published_level, published_achieved, published_state, published_on, citation, summed_level, summed_achieved, summed_numerator, summed_denominator, summed_count, unit_count, summed_on
-- Key:   indicator_code, breakdown
-- Behind: nothing, because targets/by_unit and targets/rounds give what it adds up
with at_day as (
    select * from mart.attainment_at($plan_year, $on) where $indicator is null or indicator_code = $indicator
),
outside as (
    select count(*) as unit_count
    from mart.unit_year
    where plan_year = $plan_year and unit_code not in (select unnest($units))
),
whole as (
    select a.* from at_day as a inner join mart.province as p on p.unit_code = a.unit_code
),
added as (
    select
        indicator_code, breakdown, unnest(mart.lines_together(
            value_kind, level, base_level, numerator, denominator, base_numerator, base_denominator, planned, estimated, reported_on, is_told, is_added
        ))
    from at_day
    where unit_code in (select unit_code from mart.unit)
    group by indicator_code, breakdown
)
select
    i.indicator_code, i.short_name as indicator_short_name, w.breakdown, case when w.breakdown = 'CHUNG' then '' else b.name end as breakdown_name,
    i.measure, i.unit as measure_unit, coalesce(nullif(i.level_unit, ''), i.unit) as level_unit, i.counted, w.is_published,
    case when w.is_published then w.level end as published_level, case when w.is_published then w.achieved end as published_achieved,
    case when w.is_published then w.state end as published_state, case when w.is_published then w.reported_on end as published_on, w.citation,
    s.level as summed_level, mart.achieved(i.measure, s.base_level, s.level) as summed_achieved, s.numerator as summed_numerator, s.denominator as summed_denominator,
    coalesce(s.reported_count, 0) as summed_count, coalesce(s.expected_count, 0) as unit_count, s.oldest_on as summed_on
from whole as w
inner join mart.indicator as i on i.indicator_code = w.indicator_code
inner join mart.breakdown as b on b.code = w.breakdown
left join added as s on s.indicator_code = w.indicator_code and s.breakdown = w.breakdown
cross join outside
where $benchmarks and (outside.unit_count = 0 or outside.unit_count >= 3)
order by i.position, b.position
