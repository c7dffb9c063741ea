-- Planned and spent money of each fund source on a day.
-- One row per: fund source with money that year
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: fund_source, name, short_name, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share
-- Key:   fund_source
-- Behind: money
select fund_source, named.name, named.short_name, unnest(mart.rate(planned_vnd, disbursed_vnd))
from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
inner join mart.fund_source as named on named.code = fund_source
group by fund_source, named.name, named.short_name, named.position
order by named.position
