-- Where this year's capital may stand on 31/12, going by what earlier years did from the same day on; and the pace, and the money at risk.
-- One row per: group (by: total, unit, component, fund_source), with money that year or without
-- Takes: plan_year, on, by, component, source, capital_type, unit, units
-- Gives: code, name, short_name, kind, reported_on, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, disbursed_share, years_count, claim_share, low_share, middle_share, high_share, at_risk_low_vnd, at_risk_high_vnd, needed_monthly_vnd, recent_monthly_vnd, recent_from_on, no_range_reason
-- Key:   code
-- Behind: money carried_over=false
with moment as ( -- the asked day and the end of every year, and three months ago; how many days before it a figure may be from
    select distinct plan_year, 'asked' as moment, ($on::date + to_years((plan_year - $plan_year)::int))::date as at_on, 35 as days from mart.money
    union all select distinct plan_year, 'end', make_date(plan_year, 12, 31), 7 from mart.money
    union all select $plan_year, 'before', $on::date - 90, 0
),
stand as (
    select
        case $by when 'unit' then unit_code when 'component' then component_code when 'fund_source' then fund_source else '*' end as code,
        plan_year, moment, min(reported_on) as oldest_on, max(reported_on) as newest_on,
        unnest(mart.rate(planned_vnd, disbursed_vnd)),
        sum(planned_vnd) filter (where disbursed_vnd is not null and reported_on >= at_on - days) >= 0.9 * sum(planned_vnd) as is_fresh
    from moment
    inner join mart.line($units, $unit, $component, $source, $capital_type, false) using (plan_year)
    where plan_year <= $plan_year and from_on <= at_on and to_on > at_on
    group by code, plan_year, moment
),
past as ( -- of the money still left on the day, the part that was spent by the end of the year: its mean and spread over the years
    select code, count(later.disbursed_share) as past_count, avg((later.disbursed_share - early.disbursed_share) / (1 - early.disbursed_share)) as part,
        stddev_samp((later.disbursed_share - early.disbursed_share) / (1 - early.disbursed_share)) as spread
    from stand as early
    inner join stand as later using (code, plan_year)
    where plan_year < $plan_year and early.moment = 'asked' and later.moment = 'end' and early.is_fresh and later.is_fresh and early.disbursed_share < 1
    group by code
),
claim (years, claim_share, t) as ( -- Student's t of years - 1 degrees of freedom at (1 + claim) / 2: docs/forecast.md
    values (2, 0.5, 1.0), (3, 2 / 3, 1.264911), (4, 0.8, 1.637744), (5, 0.8, 1.533206), (6, 0.8, 1.475884), (7, 0.8, 1.439756), (8, 0.8, 1.414924)
),
member (code, name, short_name, kind, position) as (
    select '*', 'Tổng số', 'Tổng số', null, 0 where $by = 'total'
    union all select unit_code, unit_name, short_name, kind, position from mart.unit_year inner join mart.unit using (unit_code)
    where $by = 'unit' and plan_year = $plan_year and unit_code in (select unnest($units)) and ($unit is null or unit_code = $unit)
    union all select component_code, official_name, short_name, null, position from mart.component
    where $by = 'component' and ($component is null or $component in (component_code, project_code))
    union all select code, name, short_name, null, position from mart.fund_source where $by = 'fund_source' and ($source is null or code = $source)
),
known as (
    select
        member.*, now.* exclude (code), coalesce(past_count, 0) as years_count, make_date($plan_year, 12, 31) - $on::date as days_left,
        coalesce(earlier.newest_on, make_date($plan_year, 1, 1) - 1) as since_on, coalesce(earlier.disbursed_vnd, 0) as since_vnd,
        case
            when coalesce(now.planned_vnd, 0) = 0 then 'no_plan' when now.disbursed_share is null then 'no_result'
            when days_left <= 0 then 'year_over' when now.disbursed_share >= 1 then 'all_spent'
            when now.is_fresh is not true then 'stale' when years_count < 2 then 'few_years'
        end as no_range_reason,
        if(no_range_reason is null, 1 - now.disbursed_share, if(no_range_reason = 'all_spent', 0, null)) as left_share,
        least(greatest(part - t * spread * sqrt(1 + 1 / past_count), 0), 1) as low_part,
        least(greatest(part, 0), 1) as middle_part,
        least(greatest(part + t * spread * sqrt(1 + 1 / past_count), 0), 1) as high_part,
        if(no_range_reason is null, claim.claim_share, null) as claim_share
    from member
    left join stand as now on now.code = member.code and now.plan_year = $plan_year and now.moment = 'asked'
    left join stand as earlier on earlier.code = member.code and earlier.moment = 'before'
    left join past on past.code = member.code
    left join claim on years = least(past_count, 8)
),
target as (from mart.year_target where plan_year = $plan_year and capital_type in (coalesce($capital_type, '*'), '*') order by capital_type = '*' limit 1)
select
    code, name, short_name, kind, oldest_on as reported_on, planned_vnd, disbursed_vnd, compared_planned_vnd,
    coalesce(unreported_planned_vnd, 0) as unreported_planned_vnd, disbursed_share, years_count, claim_share,
    disbursed_share + left_share * low_part as low_share,
    disbursed_share + left_share * middle_part as middle_share,
    disbursed_share + left_share * high_part as high_share,
    (compared_planned_vnd * left_share * (1 - high_part))::bigint as at_risk_low_vnd,
    (compared_planned_vnd * left_share * (1 - low_part))::bigint as at_risk_high_vnd,
    if(days_left > 0 and target.share * disbursed_vnd is not null, (greatest(compared_planned_vnd * target.share - disbursed_vnd, 0) / days_left * 365.25 / 12)::bigint, null) as needed_monthly_vnd,
    ((disbursed_vnd - since_vnd) / nullif(newest_on - since_on, 0) * 365.25 / 12)::bigint as recent_monthly_vnd,
    if(recent_monthly_vnd is null, null, since_on) as recent_from_on, no_range_reason
from known left join target on true order by position
