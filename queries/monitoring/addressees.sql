-- The units a recommendation may be addressed to: every unit but communes, those that report and those that do not.
-- One row per: unit
-- Takes: today
-- Gives: unit_code, unit_name
-- Key:   unit_code
-- Behind: nothing, because it only offers what can be chosen
select current_code as unit_code, any_value(current_name) as unit_name
from mart.unit_follows
where from_on <= $today and to_on > $today and current_from_on <= $today and current_to_on > $today
group by current_code
order by any_value(current_kind) <> 'department', current_code
