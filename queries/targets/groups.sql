-- The groups of indicators, in the office's order.
-- One row per: group
-- Takes: none
-- Gives: code, name
-- Key:   code
select code, name from mart.indicator_group order by position
