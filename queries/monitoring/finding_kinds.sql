-- The kinds of finding to choose among.
-- One row per: kind
-- Takes: none
-- Gives: code, name
-- Key:   code
-- Behind: nothing, because it only offers what can be chosen
select code, name
from mart.finding_kind
order by position
