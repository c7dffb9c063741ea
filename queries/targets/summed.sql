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
own as ( -- a unit adds by the same rule as in the whole: its result is known, and it has a target where those of units make the whole's
    select
        a.indicator_code, a.breakdown, a.value_kind, a.level, a.base_level, a.achieved, a.reported_on,
        r.numerator, r.denominator, r.base_numerator, r.base_denominator,
        case a.value_kind when 'count' then a.achieved is not null else coalesce(r.numerator is not null and r.denominator > 0, false) end
        and (a.measure = 'level' or a.value_kind = 'count' or coalesce(r.base_numerator is not null and r.base_denominator > 0, false))
        and (w.plan_basis <> 'units' or a.planned is not null or not bool_or(a.planned is not null) over (partition by a.indicator_code, a.breakdown)) as is_known
    from at_day as a
    inner join mart.unit as u on u.unit_code = a.unit_code
    inner join whole as w on w.indicator_code = a.indicator_code and w.breakdown = a.breakdown
    left join mart.results_at($plan_year, $on) as r on r.unit_code = a.unit_code and r.indicator_code = a.indicator_code and r.breakdown = a.breakdown
),
added as (
    select
        indicator_code, breakdown, sum(level) filter (where is_known) as level, sum(base_level) filter (where is_known) as base_level,
        sum(numerator) filter (where is_known) as numerator, sum(denominator) filter (where is_known) as denominator,
        sum(base_numerator) filter (where is_known) as base_numerator, sum(base_denominator) filter (where is_known) as base_denominator,
        count(*) filter (where is_known) as summed_count, count(*) as unit_count, min(reported_on) filter (where is_known) as summed_on
    from own
    group by indicator_code, breakdown
)
select
    i.indicator_code, i.short_name as indicator_short_name, w.breakdown, case when w.breakdown = 'CHUNG' then '' else b.name end as breakdown_name,
    i.measure, i.unit as measure_unit, coalesce(nullif(i.level_unit, ''), i.unit) as level_unit, i.counted, w.is_published,
    case when w.is_published then w.level end as published_level, case when w.is_published then w.achieved end as published_achieved,
    case when w.is_published then w.state end as published_state, case when w.is_published then w.reported_on end as published_on, w.citation,
    case i.value when 'ratio' then 100 * s.numerator / nullif(s.denominator, 0) else s.level end as summed_level,
    case i.measure when 'reduction' then case i.value when 'ratio' then 100 * s.base_numerator / nullif(s.base_denominator, 0) else s.base_level end - summed_level
        else summed_level end as summed_achieved,
    s.numerator as summed_numerator, s.denominator as summed_denominator, coalesce(s.summed_count, 0) as summed_count, coalesce(s.unit_count, 0) as unit_count, s.summed_on
from whole as w
inner join mart.indicator as i on i.indicator_code = w.indicator_code
inner join mart.breakdown as b on b.code = w.breakdown
left join added as s on s.indicator_code = w.indicator_code and s.breakdown = w.breakdown
cross join outside
where $benchmarks and (outside.unit_count = 0 or outside.unit_count >= 3)
order by i.position, b.position
