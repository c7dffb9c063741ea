-- The province's rate on a day without any unit's detail; no row when the viewer may not see it, or could work out a unit from it.
-- One row per: the whole answer (one row, or none when withheld)
-- Takes: plan_year, on, component, source, capital_type, carried_over, benchmarks, units
-- Gives: planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share
-- Key:   planned_vnd
with line as (
    select *
    from mart.money
    where
        plan_year = $plan_year
        and from_on <= $on
        and to_on > $on
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
        and ($carried_over is null or is_carried_over = $carried_over)
),
outside as (
    select count(*) as unit_count
    from mart.unit_year
    where plan_year = $plan_year and unit_code not in (select unnest($units))
),
summed as (
    select
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from line
)
select
    planned_vnd,
    disbursed_vnd,
    compared_planned_vnd,
    coalesce(planned_vnd - coalesce(compared_planned_vnd, 0), 0) as unreported_planned_vnd,
    compared_planned_vnd - disbursed_vnd as remaining_vnd,
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share,
    disbursed_vnd / nullif(planned_vnd, 0) as lower_share
from summed
cross join outside
where $benchmarks and (outside.unit_count = 0 or outside.unit_count >= 3)
