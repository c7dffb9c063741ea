-- The last entry of the archive's journal that these figures know of; -1 where there is none.
-- One row per: store
-- Takes: none
-- Gives: newest_entry
-- Key:   newest_entry
-- Behind: nothing, because it is what stands behind
select coalesce(max(entry), -1)::bigint as newest_entry
from (
    select entry from mart.received
    union all
    select entry from mart.decision
)
