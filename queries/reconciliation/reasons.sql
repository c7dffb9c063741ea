-- The reasons for differences that an officer can choose from.
-- One row per: reason
-- Takes: none
-- Gives: reason_code, reason_name
-- Key:   reason_code
-- Behind: nothing, because it only offers what can be chosen
select code as reason_code, name as reason_name from mart.difference_reason order by position
