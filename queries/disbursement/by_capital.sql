-- Planned and spent money by fund source, capital type and capital year on a day; carried-over capital stands in rows of its own.
-- One row per: fund source x capital type x capital year with money that year
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: fund_source, capital_type, capital_year, is_carried_over, fund_source_name, capital_type_name, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share
-- Key:   fund_source, capital_type, capital_year
-- Behind: money
select
    fund_source,
    capital_type,
    capital_year,
    is_carried_over,
    any_value(source.name) as fund_source_name,
    any_value(type.name) as capital_type_name,
    unnest(mart.rate(planned_vnd, disbursed_vnd))
from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, null)
inner join mart.fund_source as source on source.code = fund_source
inner join mart.capital_type as type on type.code = capital_type
group by fund_source, capital_type, capital_year, is_carried_over
order by is_carried_over, capital_year desc, any_value(source.position), any_value(type.position)
