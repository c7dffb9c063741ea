-- The warnings that stand, up to a day: inside one workbook, and against other reports and the plan.
-- One row per: warning
-- Takes: plan_year, on, unit, rule, units, benchmarks
-- Gives: unit_code, unit_short_name, rule, rule_name, submission_id, place, round_name, cut_off_on, sentence, sheet, cell, is_in_force
-- Key:   rule, submission_id, place, sentence
-- Behind: nothing, because each row is a warning with its cell
select
    unit_code, unit_short_name, rule, rule_name, submission_id, place, round_name, cut_off_on, sentence, sheet, cell, is_in_force
from mart.warning_at($plan_year, $on, $units, $benchmarks, $unit, $rule)
order by is_in_force desc, cut_off_on desc, unit_position, rule, sheet, length(cell), cell, sentence
