-- The units of a budget year that the viewer may see, districts first.
-- One row per: unit
-- Takes: plan_year, units
-- Gives: unit_code, unit_name, short_name, kind
-- Key:   unit_code
-- Behind: nothing, because it only offers what can be chosen
select unit_code, unit_name, short_name, kind
from mart.unit
inner join mart.unit_year using (unit_code)
where plan_year = $plan_year and unit_code in (select unnest($units))
order by position
