-- The province's rate on a day without any unit's detail; no row when the viewer may not see it, or could work out a unit from it.
-- One row per: the whole answer (one row, or none when withheld)
-- Takes: plan_year, on, component, source, capital_type, carried_over, benchmarks, units
-- Gives: planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share
-- Key:   planned_vnd
-- Behind: nothing, because the whole without any unit's detail must not be taken apart
select unnest(mart.rate(planned_vnd, disbursed_vnd))
from mart.line_at($plan_year, $on, mart.every_unit(), null, $component, $source, $capital_type, $carried_over)
having $benchmarks and (select count(*) not in (1, 2) from mart.unit_year where plan_year = $plan_year and unit_code not in (select unnest($units)))
