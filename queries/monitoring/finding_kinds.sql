-- The kinds of finding to choose among.
-- One row per: kind
-- Takes: none
-- Gives: code, name
-- Key:   code
select code, name
from mart.finding_kind
order by position
