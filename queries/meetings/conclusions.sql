-- Tasks that meetings gave, and how far each got by a day; the newest meeting first, within it as they were entered.
-- One row per: task given by that day
-- Takes: today, meeting, unit, units
-- Gives: conclusion_id, meeting_code, meeting_name, concluded_on, task, unit_code, who, held_by_code, held_by_name, has_passed, due_on, about, page, component_code, component_short_name, stage, told_on, note, is_overdue, overdue_day_count, is_on_time, entered_by
-- Key:   conclusion_id
-- Behind: nothing, because each row is itself what was entered or sent
select
    task.conclusion_id,
    task.meeting_code,
    task.meeting_name,
    task.concluded_on,
    task.task,
    task.unit_code,
    task.who,
    task.held_by_code,
    task.held_by_name,
    task.has_passed,
    task.due_on,
    task.about,
    task.page,
    task.component_code,
    component.short_name as component_short_name,
    task.stage,
    task.told_on,
    task.note,
    task.is_overdue,
    task.overdue_day_count,
    task.is_on_time,
    task.entered_by
from mart.conclusion_at($today, $units, $unit, $meeting) as task
left join mart.component as component on component.component_code = task.component_code
order by task.concluded_on desc, task.meeting_code desc, task.entered_at, task.conclusion_id
