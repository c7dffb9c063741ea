-- What was told of the tasks of meetings up to a day, in order.
-- One row per: step told of a task
-- Takes: today, meeting, unit, units
-- Gives: progress_id, conclusion_id, told_on, stage, note, entered_by
-- Key:   progress_id
-- Behind: nothing, because each row is itself what was entered or sent
select
    step.progress_id,
    step.conclusion_id,
    step.told_on,
    step.stage,
    step.note,
    step.entered_by
from mart.progress as step
inner join mart.conclusion_at($today, $units, $unit, $meeting) as task using (conclusion_id)
where step.told_on <= $today
order by step.conclusion_id, step.told_on, step.entered_at, step.progress_id
