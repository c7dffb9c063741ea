-- Up to which difference two amounts say the same, as the office set it.
-- One row per: store
-- Takes: none
-- Gives: difference_vnd, difference_share
-- Key:   difference_vnd
-- Behind: nothing, because the office set it
select difference_vnd, difference_share from mart.agreement
