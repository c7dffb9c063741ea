-- The share of the year's plan to be spent by its end, for a capital type or for all.
-- One row per: the whole answer (one row, or none when the office set no target)
-- Takes: plan_year, capital_type
-- Gives: plan_year, share, basis
-- Key:   plan_year
-- Behind: nothing, because the office set it
select plan_year, share, basis
from mart.year_target
where plan_year = $plan_year and capital_type in (coalesce($capital_type, '*'), '*')
order by capital_type = '*'
limit 1
