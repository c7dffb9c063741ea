-- The forecast tried on years that are over: each year's end as it would have been forecast on the same day from other years.
-- One row per: kind of group (total, unit, component, fund_source) x years it was forecast from (before: earlier years; others: all others)
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: grouped_by, forecast_from, tried_count, mean_error_share, largest_error_share, range_count, covered_count, claim_share, is_sample
-- Key:   grouped_by, forecast_from
-- Behind: nothing, because it counts tries of the forecast (docs/forecast.md)
with moment as ( -- the asked day and the end of every year that is over; how many days before it a figure may be from
    select distinct plan_year, 'asked' as moment, ($on::date + to_years((plan_year - $plan_year)::int))::date as at_on, 35 as days
    from mart.money where plan_year < $plan_year
    union all select distinct plan_year, 'end', make_date(plan_year, 12, 31), 7 from mart.money where plan_year < $plan_year
),
stand as (
    select
        grouped_by, code, plan_year, moment,
        mart.rate(planned_vnd, disbursed_vnd).disbursed_share as share,
        sum(planned_vnd) filter (where disbursed_vnd is not null and reported_on >= at_on - days) >= 0.9 * sum(planned_vnd) as is_fresh
    from moment
    inner join mart.line($units, $unit, $component, $source, $capital_type, false) using (plan_year)
    cross join lateral (
        values ('total', '*'), ('unit', unit_code), ('component', component_code), ('fund_source', fund_source)
    ) as grouping (grouped_by, code)
    where from_on <= at_on and to_on > at_on
    group by all
),
past as ( -- of the money still left on the day, the part that was spent by the end of the year
    select grouped_by, code, plan_year, 1 - early.share as left_share, (later.share - early.share) / (1 - early.share) as part
    from stand as early
    inner join stand as later using (grouped_by, code, plan_year)
    where early.moment = 'asked' and later.moment = 'end' and early.is_fresh and later.is_fresh and early.share < 1 and later.share is not null
        and $on < make_date($plan_year, 12, 31) -- after that there is nothing to forecast
),
way (forecast_from) as (values ('before'), ('others')),
claim (years, claim_share, t) as ( -- as in outlook.sql
    values (2, 0.5, 1.0), (3, 2 / 3, 1.264911), (4, 0.8, 1.637744), (5, 0.8, 1.533206), (6, 0.8, 1.475884), (7, 0.8, 1.439756), (8, 0.8, 1.414924)
),
tried as (
    select
        grouped_by, code, past.plan_year, forecast_from, past.part, past.left_share,
        count(*) as years_count, avg(other.part) as middle, stddev_samp(other.part) * sqrt(1 + 1 / years_count) as spread
    from past
    cross join way
    inner join past as other using (grouped_by, code)
    where other.plan_year < past.plan_year or (forecast_from = 'others' and other.plan_year > past.plan_year)
    group by all
),
judged as (
    select
        *, left_share * abs(least(greatest(middle, 0), 1) - part) as error,
        part between least(greatest(middle - t * spread, 0), 1) - 1e-9 and least(greatest(middle + t * spread, 0), 1) + 1e-9 as is_covered
    from tried
    left join claim on years = least(years_count, 8)
)
select
    grouped_by, forecast_from,
    count(error) as tried_count,
    avg(error) as mean_error_share,
    max(error) as largest_error_share,
    count(t) as range_count,
    count(*) filter (where t is not null and is_covered) as covered_count,
    avg(claim_share) filter (where error is not null) as claim_share,
    (select has_samples from mart.about) as is_sample
from (values ('total', 1), ('unit', 2), ('component', 3), ('fund_source', 4)) as grouping (grouped_by, position)
cross join way
left join judged using (grouped_by, forecast_from)
group by grouped_by, forecast_from, position
order by position, forecast_from
