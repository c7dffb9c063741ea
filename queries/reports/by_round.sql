-- How many reports of each round are in, and in time, as of a day.
-- One row per: round whose cut-off is not later than the day
-- Takes: plan_year, today, form, unit, kind, units
-- Gives: round_code, round_name, cut_off_on, due_on, last_on, expected_count, received_count, received_share, pending_count, late_count, overdue_count, due_count, on_time_count, on_time_share, pending_names, late_names, missing_names
-- Key:   round_code
-- Behind: reports
select
    round_code,
    any_value(round_name) as round_name,
    any_value(cut_off_on) as cut_off_on,
    any_value(round_due_on) as due_on,
    (select any_value(working_on) from mart.day where day_on = any_value(round_due_on)) as last_on,
    unnest(mart.report_rate(is_expected, is_due, is_pending, late_day_count, overdue_day_count)),
    coalesce(string_agg(unit_short_name, ', ' order by position) filter (where is_expected and is_pending), '') as pending_names,
    coalesce(string_agg(concat(unit_short_name, ' (', late_day_count, ')'), ', ' order by position) filter (where is_expected and late_day_count > 0), '') as late_names,
    coalesce(string_agg(unit_short_name, ', ' order by position) filter (where overdue_day_count is not null), '') as missing_names
from mart.reports_at($plan_year, $today, $form, $units, $unit, $kind)
group by round_code
order by cut_off_on desc, round_code
