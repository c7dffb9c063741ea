-- What units wrote about their obstacles, ranked by the money held up, on a day.
-- One row per: row of a unit's sheet Khó khăn, vướng mắc
-- Takes: plan_year, on, component, unit, units
-- Gives: submission_id, sheet, cell, unit_code, unit_short_name, component_code, component_short_name, cause_name, explanation, request, held_up_vnd
-- Key:   submission_id, sheet, cell
select
    submission_id,
    sheet,
    cell,
    unit_code,
    unit.short_name as unit_short_name,
    component_code,
    component.short_name as component_short_name,
    cause_name,
    explanation,
    request,
    held_up_vnd
from mart.obstacle
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
where
    plan_year = $plan_year
    and from_on <= $on
    and to_on > $on
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
    and ($component is null or $component in (component_code, component.project_code))
order by held_up_vnd desc nulls last, unit.position, component.position, submission_id, sheet, cell
