-- The territorial line (districts) and the sectoral line (departments) told apart: reports in, and in time, over the year's rounds as of a day.
-- One row per: kind of unit of which a report is expected or from which one came
-- Takes: plan_year, today, form, unit, units
-- Gives: kind, unit_count, expected_count, received_count, received_share, pending_count, late_count, overdue_count, due_count, on_time_count, on_time_share
-- Key:   kind
-- Behind: reports kind=kind
select
    kind,
    count(distinct unit_code) as unit_count,
    unnest(mart.report_rate(is_expected, is_due, is_pending, late_day_count, overdue_day_count))
from mart.reports_at($plan_year, $today, $form, $units, $unit, null)
group by kind
order by min(position)
