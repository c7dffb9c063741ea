-- The boundary of each district as the office's file has it: rings of positions, the first ring of a part round it, the others cut out of it.
-- One row per: district of the year x position of its boundary; one row without a position where the file has none
-- Takes: plan_year, units
-- Gives: unit_code, unit_short_name, part, ring, position, lon, lat, attribution
-- Key:   unit_code, part, ring, position
-- Behind: nothing, because it only places units on a map
select
    unit_code,
    unit.short_name as unit_short_name,
    boundary.part,
    boundary.ring,
    boundary.position,
    boundary.lon,
    boundary.lat,
    (select boundary_attribution from mart.about) as attribution
from mart.unit_year
inner join mart.unit as unit using (unit_code)
left join mart.boundary as boundary using (unit_code)
where plan_year = $plan_year and unit.kind = 'district' and unit_code in (select unnest($units))
order by unit.position, boundary.part, boundary.ring, boundary.position
