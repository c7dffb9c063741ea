-- How many tasks of each meeting are done, and overdue, by a day; the newest meeting first.
-- One row per: meeting that gave a task by that day
-- Takes: today, unit, units
-- Gives: meeting_code, meeting_name, concluded_on, task_count, done_count, task_overdue_count, longest_day_count
-- Key:   meeting_code
-- Behind: nothing, because meetings/conclusions lists what it counts
select
    meeting_code,
    arg_max(meeting_name, (concluded_on, entered_at)) as meeting_name,
    max(concluded_on) as concluded_on,
    count(*) as task_count,
    count(*) filter (where stage = 'done') as done_count,
    count(*) filter (where is_overdue) as task_overdue_count,
    max(overdue_day_count) as longest_day_count
from mart.conclusion_at($today, $units, $unit, null)
group by meeting_code
order by concluded_on desc, max(entered_at) desc, meeting_code
