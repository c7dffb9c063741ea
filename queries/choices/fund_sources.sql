-- The fund sources.
-- One row per: fund source
-- Takes: none
-- Gives: code, name, short_name
-- Key:   code
-- Behind: nothing, because it only offers what can be chosen
select code, name, short_name
from mart.fund_source
order by position
