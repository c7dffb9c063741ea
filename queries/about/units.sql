-- Every unit that reports: what the widest scope holds. The only question that no scope narrows, since scopes are made from it.
-- One row per: unit
-- Takes: none
-- Gives: unit_code
-- Key:   unit_code
-- Behind: nothing, because it only names units
select unit_code
from mart.unit
order by position
