-- Planned and spent money by fund source, capital type and capital year on a day; carried-over capital stands in rows of its own.
-- One row per: fund source x capital type x capital year with money that year
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: fund_source, capital_type, capital_year, is_carried_over, fund_source_name, capital_type_name, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share
-- Key:   fund_source, capital_type, capital_year
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
        fund_source,
        capital_type,
        capital_year,
        is_carried_over,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from line
    group by fund_source, capital_type, capital_year, is_carried_over
)
select
    fund_source,
    capital_type,
    capital_year,
    is_carried_over,
    source.name as fund_source_name,
    type.name as capital_type_name,
    planned_vnd,
    disbursed_vnd,
    compared_planned_vnd,
    coalesce(planned_vnd - coalesce(compared_planned_vnd, 0), 0) as unreported_planned_vnd,
    compared_planned_vnd - disbursed_vnd as remaining_vnd,
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share,
    disbursed_vnd / nullif(planned_vnd, 0) as lower_share
from summed
inner join mart.fund_source as source on source.code = fund_source
inner join mart.capital_type as type on type.code = capital_type
order by is_carried_over, capital_year desc, source.position, type.position
