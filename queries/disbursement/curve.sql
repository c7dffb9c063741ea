-- Money spent at each cut-off of the year, each point by the same rule: what stood at that day.
-- One row per: cut-off present in the data, up to a day
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: cut_off_on, planned_vnd, disbursed_vnd, compared_planned_vnd, disbursed_share, exact_count, unit_count
-- Key:   cut_off_on
-- Behind: money on=cut_off_on
with expected as (
    select unit_code
    from mart.unit_year
    where plan_year = $plan_year and unit_code in (select unnest($units)) and ($unit is null or unit_code = $unit)
),
point as (
    select cut_off_on, count(distinct unit_code) as exact_count
    from mart.cut_off
    inner join expected using (unit_code)
    where plan_year = $plan_year and cut_off_on <= $on
    group by cut_off_on
),
summed as (
    select cut_off_on, unnest(mart.rate(planned_vnd, disbursed_vnd))
    from point
    cross join mart.line_at($plan_year, cut_off_on, $units, $unit, $component, $source, $capital_type, $carried_over)
    group by cut_off_on
)
select
    cut_off_on,
    planned_vnd,
    disbursed_vnd,
    compared_planned_vnd,
    disbursed_share,
    exact_count,
    (select count(*) from expected) as unit_count
from point
left join summed using (cut_off_on)
order by cut_off_on
