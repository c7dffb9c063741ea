-- Planned and spent money of each capital type on a day.
-- One row per: capital type with money that year
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: capital_type, name, short_name, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share
-- Key:   capital_type
-- Behind: money
select capital_type, named.name, named.short_name, unnest(mart.rate(planned_vnd, disbursed_vnd))
from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
inner join mart.capital_type as named on named.code = capital_type
group by capital_type, named.name, named.short_name, named.position
order by named.position
