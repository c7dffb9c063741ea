-- The fund sources.
-- One row per: fund source
-- Takes: none
-- Gives: code, name, short_name
-- Key:   code
select code, name, short_name
from mart.fund_source
order by position
