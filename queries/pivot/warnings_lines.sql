-- The warnings behind a cell, up to a day, each with the cell it speaks of.
-- One row per: warning
-- Takes: years, days, kept, units, benchmarks
-- Gives: plan_year, unit_code, unit_short_name, kind, round_code, round_name, rule, rule_name, sentence, warning_count, in_force_count, submission_id, sheet, cell
-- Key:   rule, submission_id, sheet, cell, sentence
-- Behind: nothing, because it is what stands behind
select
    plan_year, unit_code, unit_short_name, axes['kind'] as kind, axes['round'] as round_code, round_name, rule, rule_name, sentence,
    1 as warning_count, is_in_force::bigint as in_force_count, submission_id, sheet, cell
from mart.warnings_in($years, $days, $kept, $units, $benchmarks)
order by is_in_force desc, cut_off_on desc, unit_position, rule, submission_id, sheet, length(cell), cell, sentence
