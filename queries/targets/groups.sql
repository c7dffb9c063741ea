-- The groups of indicators, in the office's order.
-- One row per: group
-- Takes: none
-- Gives: code, name
-- Key:   code
-- Behind: nothing, because it only offers what can be chosen
select code, name from mart.indicator_group order by position
