-- Where each district stands on the map of tiles.
-- One row per: district of the year
-- Takes: plan_year, units
-- Gives: unit_code, unit_short_name, tile_row, tile_column
-- Key:   unit_code
-- Behind: nothing, because it only places units on a map
select unit_code, unit.short_name as unit_short_name, tile_row, tile_column
from mart.unit_year
inner join mart.unit as unit using (unit_code)
left join mart.tile as tile using (unit_code)
where plan_year = $plan_year and unit.kind = 'district' and unit_code in (select unnest($units))
order by tile_row nulls last, tile_column, unit.position
