-- What units wrote about their obstacles, ranked by the money held up, on a day.
-- One row per: row of a unit's sheet Khó khăn, vướng mắc
-- Takes: plan_year, on, component, unit, units
-- Gives: submission_id, sheet, cell, unit_code, unit_short_name, component_code, component_short_name, cause_name, explanation, request, held_up_vnd
-- Key:   submission_id, sheet, cell
-- Behind: obstacles cause=cause_name submission=submission_id cell=cell
select
    submission_id, sheet, cell, unit_code, unit_short_name, component_code, component_short_name, cause_name, explanation, request, held_up_vnd
from mart.obstacle_at($plan_year, $on, $units, $unit, $component)
order by held_up_vnd desc nulls last, unit_position, component_position, submission_id, sheet, cell
