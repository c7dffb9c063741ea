-- What units told of obstacles, behind a cell, with the cell of the amount held up, or of the cause where none is named.
-- One row per: row of a unit's sheet of obstacles × day it is asked of
-- Takes: years, days, kept, units
-- Gives: plan_year, cut_off_on, unit_code, unit_short_name, project_code, component_code, component_short_name, cause_code, cause_name, explanation, request, held_up_vnd, obstacle_count, unnamed_count, submission_id, sheet, cell
-- Key:   plan_year, cut_off_on, submission_id, sheet, cell
-- Behind: nothing, because it is what stands behind
select
    obstacle.plan_year,
    obstacle.moment_on as cut_off_on,
    obstacle.unit_code,
    obstacle.unit_short_name,
    obstacle.axes['project'] as project_code,
    obstacle.component_code,
    obstacle.component_short_name,
    obstacle.cause_code,
    obstacle.cause_name,
    obstacle.explanation,
    obstacle.request,
    obstacle.held_up_vnd,
    1 as obstacle_count,
    (obstacle.held_up_vnd is null)::bigint as unnamed_count,
    obstacle.submission_id,
    obstacle.sheet,
    coalesce(amount.cell, obstacle.cell) as cell
from mart.obstacles_in($years, $days, $kept, $units) as obstacle
inner join mart.source as source on source.submission_id = obstacle.submission_id and source.sheet = obstacle.sheet and source.cell = obstacle.cell
left join mart.source as amount
    on amount.submission_id = source.submission_id and amount.sheet = source.sheet and amount.row = source.row and amount.field = 'held_up_vnd'
order by obstacle.held_up_vnd desc nulls last, obstacle.unit_position, obstacle.component_position, obstacle.moment_on, obstacle.submission_id, obstacle.cell
