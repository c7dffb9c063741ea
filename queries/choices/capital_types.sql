-- The capital types.
-- One row per: capital type
-- Takes: none
-- Gives: code, name, short_name
-- Key:   code
select code, name, short_name
from mart.capital_type
order by position
