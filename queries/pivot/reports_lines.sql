-- The reports behind a cell, as they stand on a day, each with how it counts in every figure that adds up.
-- One row per: report expected or received × form (the report as a whole: '')
-- Takes: years, days, kept, units
-- Gives: plan_year, unit_code, unit_short_name, kind, round_code, round_name, round_kind, form, form_title, report_status, due_on, received_on, late_day_count, overdue_day_count, expected_count, received_count, received_share, pending_count, late_count, overdue_count, due_count, on_time_count, on_time_share, returned_count, superseded_count, submission_id, sheet, cell
-- Key:   plan_year, unit_code, round_code, form
-- Behind: nothing, because it is what stands behind
select
    report.plan_year,
    report.unit_code,
    report.unit_short_name,
    report.kind,
    report.round_code,
    report.round_name,
    report.round_kind,
    report.form,
    form.name as form_title,
    report.status as report_status,
    report.due_on,
    report.received_on,
    report.late_day_count,
    report.overdue_day_count,
    unnest(rate.told),
    report.returned_count,
    report.superseded_count,
    report.submission_id,
    '' as sheet, -- a report as a whole stands in no cell
    '' as cell
from mart.reports_in($years, $days, $kept, $units) as report,
    lateral (
        select mart.report_rate(is_expected, is_due, is_pending, late_day_count, overdue_day_count) as told
        from (select report.is_expected, report.is_due, report.is_pending, report.late_day_count, report.overdue_day_count)
    ) as rate
inner join mart.member as form on form.dimension = 'form' and form.code = report.form
order by report.cut_off_on desc, report.position, report.round_code, report.form
