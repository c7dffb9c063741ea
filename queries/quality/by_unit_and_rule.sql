-- How many warnings stand, by unit and rule, up to a day.
-- One row per: unit (or the province) × rule that warns
-- Takes: plan_year, on, unit, units, benchmarks
-- Gives: unit_code, unit_short_name, rule, rule_name, warning_count, in_force_count
-- Key:   unit_code, rule
-- Behind: warnings
select
    unit_code,
    any_value(unit_short_name) as unit_short_name,
    rule,
    any_value(rule_name) as rule_name,
    count(*) as warning_count,
    count(*) filter (where is_in_force) as in_force_count
from mart.warning_at($plan_year, $on, $units, $benchmarks, $unit, null)
group by unit_code, rule
order by any_value(unit_position), unit_code, rule
