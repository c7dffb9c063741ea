-- The province's rate at each cut-off without any unit's detail; no row when the viewer may not see it, or could work out a unit from it.
-- One row per: cut-off present in the data, up to a day (none when withheld)
-- Takes: plan_year, on, component, source, capital_type, benchmarks, units
-- Gives: cut_off_on, planned_vnd, disbursed_vnd, disbursed_share
-- Key:   cut_off_on
with point as (
    select distinct cut_off_on from mart.cut_off where plan_year = $plan_year and cut_off_on <= $on
),
outside as (
    select count(*) as unit_count
    from mart.unit_year
    where plan_year = $plan_year and unit_code not in (select unnest($units))
),
summed as (
    select
        cut_off_on,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from point
    inner join mart.money on from_on <= cut_off_on and to_on > cut_off_on
    where
        plan_year = $plan_year
        and not is_carried_over
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
    group by cut_off_on
)
select cut_off_on, planned_vnd, disbursed_vnd, disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share
from point
left join summed using (cut_off_on)
cross join outside
where $benchmarks and (outside.unit_count = 0 or outside.unit_count >= 3)
order by cut_off_on
