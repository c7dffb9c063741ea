-- What is warned of in one submission that stands.
-- One row per: warning
-- Takes: submission, units, benchmarks
-- Gives: rule, rule_name, sheet, cell, sentence
-- Key:   rule, sheet, cell, sentence
-- Behind: nothing, because it is what stands behind
select distinct warning.rule, named.rule_name, warning.sheet, warning.cell, warning.sentence
from mart.warning as warning
inner join mart.rule as named on named.rule = warning.rule and named.scope = warning.scope
where
    warning.submission_id = $submission
    and (warning.unit_code in (select unnest($units)) or ($benchmarks and warning.unit_code in (select unit_code from mart.province)))
order by warning.rule, warning.sheet, length(warning.cell), warning.cell
