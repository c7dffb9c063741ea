-- Districts ranked by each measure on a day, and the rank each had on an earlier day; rates that are written alike share a rank.
-- One row per: measure x district of the year, ranked or not
-- Takes: plan_year, on, previous_on, component, source, capital_type, units
-- Gives: measure, unit_code, unit_name, unit_short_name, reported_on, numerator, denominator, line_count, measured_share, rank, ranked_count, tied_count, previous_share, previous_rank
-- Key:   measure, unit_code
-- Behind: money carried_over=false where measure=disbursed; reports today=on where measure=on_time; attained where measure=attained
with district as (
    select unit_code, unit_name, short_name, position
    from mart.unit_year
    inner join mart.unit as unit using (unit_code)
    where plan_year = $plan_year and kind = 'district' and unit_code in (select unnest($units))
),
moment as (
    select day, is_now from (values ($on::date, true), ($previous_on::date, false)) as given (day, is_now) where day is not null
),
disbursed as (
    select unit_code, is_now, rate.disbursed_vnd as numerator, rate.compared_planned_vnd as denominator, line_count
    from (
        select unit_code, is_now, mart.rate(planned_vnd, disbursed_vnd) as rate, count(*) filter (where planned_vnd is not null and disbursed_vnd is not null) as line_count
        from moment
        cross join mart.line_at($plan_year, day, $units, null, $component, $source, $capital_type, false)
        group by unit_code, is_now
    )
),
on_time as (
    select unit_code, is_now, count(*) filter (where not is_late) as numerator, count(*) as denominator, count(*) as line_count
    from moment
    inner join mart.report on last_on < day
    where plan_year = $plan_year and is_expected
    group by unit_code, is_now
),
attained as ( -- of the targets of a unit with any result: how many are reached; one for each group a target is set for
    select
        unit_code, is_now, count(*) filter (where status in ('reached', 'exceeded')) as numerator, count(*) as denominator,
        count(*) filter (where status <> 'no_result') as line_count
    from (
        select unit_code, status, true as is_now from mart.attainment_at($plan_year, $on::date) where breakdown = 'CHUNG'
        union all
        select unit_code, status, false as is_now from mart.attainment_at($plan_year, $previous_on::date) where breakdown = 'CHUNG'
    )
    where status <> 'no_target'
    group by unit_code, is_now
    having line_count > 0
),
measured as (
    select 'disbursed' as measure, * from disbursed
    union all
    select 'attained' as measure, * from attained
    union all
    select 'on_time' as measure, * from on_time
),
ranked as (
    select
        measure, unit_code, is_now, numerator / denominator as share,
        (20000 * numerator + denominator) // (2 * denominator) as written, -- hundredths of a percent, halves up: as the screen has it
        rank() over (partition by measure, is_now order by written desc) as rank,
        count(*) over (partition by measure, is_now) as ranked_count,
        count(*) over (partition by measure, is_now, written) as tied_count
    from measured
    inner join district using (unit_code)
    where denominator > 0 and numerator is not null
)
select
    measure.code as measure, unit_code, unit_name, short_name as unit_short_name, reported_on,
    now.numerator::bigint as numerator, now.denominator::bigint as denominator, coalesce(now.line_count, 0) as line_count,
    standing.share as measured_share, standing.rank, standing.ranked_count, standing.tied_count,
    before.share as previous_share, before.rank as previous_rank
from district
cross join (values ('disbursed', 1), ('attained', 2), ('on_time', 3)) as measure (code, place)
left join (select unit_code, max(cut_off_on) as reported_on from mart.cut_off where plan_year = $plan_year and cut_off_on <= $on group by all) as newest using (unit_code)
left join measured as now on now.measure = measure.code and now.unit_code = district.unit_code and now.is_now
left join ranked as standing on standing.measure = measure.code and standing.unit_code = district.unit_code and standing.is_now
left join ranked as before on before.measure = measure.code and before.unit_code = district.unit_code and not before.is_now
order by measure.place, standing.rank nulls last, district.position
