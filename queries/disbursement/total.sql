-- Planned and spent money on a day: this year's capital, and beside it what was carried over.
-- One row per: this year's capital, and carried-over capital (always both)
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: is_carried_over, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, unit_basis_vnd, unplanned_disbursed_vnd
-- Key:   is_carried_over
with line as (
    select *
    from mart.money
    where
        plan_year = $plan_year
        and from_on <= $on
        and to_on > $on
        and unit_code in (select unnest($units))
        and ($unit is null or unit_code = $unit)
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
),
summed as (
    select
        kind.is_carried_over,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd,
        coalesce(sum(planned_vnd) filter (where plan_basis = 'unit'), 0)::bigint as unit_basis_vnd,
        coalesce(sum(disbursed_vnd) filter (where planned_vnd is null), 0)::bigint as unplanned_disbursed_vnd
    from (values (false), (true)) as kind (is_carried_over)
    left join line on line.is_carried_over = kind.is_carried_over
    group by kind.is_carried_over
)
select
    is_carried_over,
    planned_vnd,
    disbursed_vnd,
    compared_planned_vnd,
    coalesce(planned_vnd - coalesce(compared_planned_vnd, 0), 0) as unreported_planned_vnd,
    compared_planned_vnd - disbursed_vnd as remaining_vnd,
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share,
    disbursed_vnd / nullif(planned_vnd, 0) as lower_share,
    unit_basis_vnd,
    unplanned_disbursed_vnd
from summed
order by is_carried_over
