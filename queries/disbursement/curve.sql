-- Money spent at each cut-off of the year, each point by the same rule: what stood at that day.
-- One row per: cut-off present in the data, up to a day
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: cut_off_on, planned_vnd, disbursed_vnd, compared_planned_vnd, disbursed_share, exact_count, unit_count
-- Key:   cut_off_on
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
    select
        cut_off_on,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from point
    inner join mart.money on
        plan_year = $plan_year
        and from_on <= cut_off_on
        and to_on > cut_off_on
        and unit_code in (select unnest($units))
        and ($unit is null or unit_code = $unit)
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
        and ($carried_over is null or is_carried_over = $carried_over)
    group by cut_off_on
)
select
    cut_off_on,
    planned_vnd,
    disbursed_vnd,
    compared_planned_vnd,
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share,
    exact_count,
    (select count(*) from expected) as unit_count
from point
left join summed using (cut_off_on)
order by cut_off_on
