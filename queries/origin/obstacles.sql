-- The rows of units' sheets of obstacles that an amount held up, or a count of obstacles, is made of.
-- One row per: row of such a sheet × way it enters (plus; input: the figure is not their sum)
-- Takes: figure, plan_year, on, unit, component, cause, submission, cell, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, submission_id, sheet, cell
-- Behind: nothing, because it is what stands behind
select
    case when ($figure = 'held_up_vnd' and obstacle.held_up_vnd is not null) or $figure = 'unnamed_count' then 'plus' else 'input' end as term,
    'held_up' as part,
    obstacle.unit_code,
    obstacle.unit_short_name,
    concat_ws(', ', obstacle.component_short_name, obstacle.cause_name) as what,
    if($figure = 'held_up_vnd', obstacle.held_up_vnd, null) as amount_vnd,
    1::double as number,
    obstacle.submission_id,
    obstacle.sheet,
    coalesce(amount.cell, obstacle.cell) as cell,
    coalesce(amount.text, source.text) as text,
    null::varchar as verdict
from mart.obstacle_at($plan_year, $on, $units, $unit, $component) as obstacle
inner join mart.source as source on source.submission_id = obstacle.submission_id and source.sheet = obstacle.sheet and source.cell = obstacle.cell
left join mart.source as amount
    on amount.submission_id = source.submission_id and amount.sheet = source.sheet and amount.row = source.row and amount.field = 'held_up_vnd'
where ($cause is null or $cause in (obstacle.cause_code, obstacle.cause_name))
    and ($submission is null or (obstacle.submission_id = $submission and obstacle.cell = $cell))
    and ($figure <> 'unnamed_count' or obstacle.held_up_vnd is null)
order by obstacle.held_up_vnd desc nulls last, obstacle.unit_position
