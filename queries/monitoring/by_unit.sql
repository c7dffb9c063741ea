-- How many recommendations lie with each unit, how many are overdue, and how many of those whose deadline has passed were remedied in time.
-- One row per: unit that has or had a recommendation
-- Takes: today, component, unit, units
-- Gives: held_by_code, held_by_short_name, waiting_count, past_deadline_count, unverified_count, closed_count, judged_count, remedied_in_time_count, remedied_in_time_share, longest_day_count
-- Key:   held_by_code
-- Behind: findings held_by=held_by_code
with standing as (
    -- judged: the first deadline is over, or it was closed before
    select *, is_due or (status = 'closed' and first_due_on is not null) as is_judged
    from mart.recommendation_at($today, $units, $unit, $component)
)
select
    held_by_code,
    any_value(held_by_short_name) as held_by_short_name,
    count_if(is_waiting)::bigint as waiting_count,
    count_if(is_overdue)::bigint as past_deadline_count,
    count_if(status = 'remedied')::bigint as unverified_count,
    count_if(status = 'closed')::bigint as closed_count,
    count_if(is_judged)::bigint as judged_count,
    count_if(is_on_time)::bigint as remedied_in_time_count,
    count_if(is_on_time) / nullif(count_if(is_judged), 0) as remedied_in_time_share,
    max(overdue_day_count) as longest_day_count
from standing
group by held_by_code
order by past_deadline_count desc, waiting_count desc, held_by_short_name collate vi
