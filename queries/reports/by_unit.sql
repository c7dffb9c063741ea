-- How many of the reports asked of each unit are in, and in time, as of a day.
-- One row per: unit of which a report is expected or from which one came
-- Takes: plan_year, today, form, unit, kind, units
-- Gives: unit_code, unit_short_name, kind, expected_count, received_count, received_share, pending_count, late_count, overdue_count, due_count, on_time_count, on_time_share, returned_count, superseded_count
-- Key:   unit_code
-- Behind: reports
select
    unit_code,
    any_value(unit_short_name) as unit_short_name,
    any_value(kind) as kind,
    unnest(mart.report_rate(is_expected, is_due, is_pending, late_day_count, overdue_day_count)),
    sum(returned_count)::bigint as returned_count,
    sum(superseded_count)::bigint as superseded_count
from mart.reports_at($plan_year, $today, $form, $units, $unit, $kind)
group by unit_code
order by any_value(position)
