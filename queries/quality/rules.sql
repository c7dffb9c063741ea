-- The rules that reports are checked by, inside one workbook and across submissions, and what the office decided each of them does.
-- One row per: rule x where it looks (inside, across)
-- Takes: none
-- Gives: rule, rule_name, severity, scope
-- Key:   rule, scope
-- Behind: nothing, because the office set it
select rule, rule_name, severity, scope
from mart.rule
order by scope = 'across', rule_name, rule
