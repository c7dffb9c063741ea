-- The capital types.
-- One row per: capital type
-- Takes: none
-- Gives: code, name, short_name
-- Key:   code
-- Behind: nothing, because it only offers what can be chosen
select code, name, short_name
from mart.capital_type
order by position
