-- What is warned of in some submissions that stand, whatever the rule.
-- One row per: warning
-- Takes: submissions, units, benchmarks
-- Gives: submission_id, rule_name, sheet, cell, sentence
-- Key:   submission_id, rule_name, sheet, cell, sentence
-- Behind: nothing, because it is what stands behind
select distinct warning.submission_id, named.rule_name, warning.sheet, warning.cell, warning.sentence
from mart.warning as warning
inner join mart.rule as named on named.rule = warning.rule and named.scope = warning.scope
where
    warning.submission_id in (select unnest($submissions))
    and (warning.unit_code in (select unnest($units)) or ($benchmarks and warning.unit_code in (select unit_code from mart.province)))
order by warning.submission_id, named.rule_name, warning.sheet, length(warning.cell), warning.cell
