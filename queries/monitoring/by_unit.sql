-- How many recommendations lie with each unit, how many are overdue, and how many of those whose deadline has passed were remedied in time.
-- One row per: unit that has or had a recommendation
-- Takes: today, component, unit, units
-- Gives: held_by_code, held_by_short_name, waiting_count, past_deadline_count, unverified_count, closed_count, judged_count, remedied_in_time_count, remedied_in_time_share, longest_day_count
-- Key:   held_by_code
-- Behind: findings held_by=held_by_code
with counted as (
    select
        held_by_code,
        any_value(held_by_short_name) as held_by_short_name,
        unnest(mart.recommendation_counts(status, is_waiting, is_overdue, is_judged, is_on_time)),
        max(overdue_day_count) as longest_day_count
    from mart.recommendation_at($today, $units, $unit, $component)
    group by held_by_code
)
from counted
order by past_deadline_count desc, waiting_count desc, held_by_short_name collate vi
