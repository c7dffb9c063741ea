-- What earlier years did from the same day on, which a forecast takes its range from: the rate on that day, and at the end of the year.
-- One row per: earlier plan year with figures fresh enough on both days
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: plan_year, same_day_on, same_day_share, end_share, spent_share
-- Key:   plan_year
-- Behind: nothing, because it is what stands behind
with moment as ( -- as in forecast/outlook.sql
    select distinct plan_year, 'asked' as moment, ($on::date + to_years((plan_year - $plan_year)::int))::date as at_on, 35 as days
    from mart.money where plan_year < $plan_year
    union all select distinct plan_year, 'end', make_date(plan_year, 12, 31), 7 from mart.money where plan_year < $plan_year
),
stand as (
    select
        plan_year, moment, at_on, mart.rate(planned_vnd, disbursed_vnd).disbursed_share as share,
        sum(planned_vnd) filter (where disbursed_vnd is not null and reported_on >= at_on - days) >= 0.9 * sum(planned_vnd) as is_fresh
    from moment
    inner join mart.line($units, $unit, $component, $source, $capital_type, false) using (plan_year)
    where from_on <= at_on and to_on > at_on
    group by plan_year, moment, at_on
)
select
    plan_year, early.at_on as same_day_on, early.share as same_day_share, later.share as end_share,
    (later.share - early.share) / (1 - early.share) as spent_share -- of the money still left on the day, the part spent by the end
from stand as early
inner join stand as later using (plan_year)
where early.moment = 'asked' and later.moment = 'end' and early.is_fresh and later.is_fresh and early.share < 1
order by plan_year
