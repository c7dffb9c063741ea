-- The reports that a count or a rate of reports is made of, as they stand on a day.
-- One row per: report expected or received × way it is counted (plus, over: below the line of a fraction; input: the figure is not their count)
-- Takes: figure, plan_year, today, form, unit, round_code, kind, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, unit_code, what
-- Behind: nothing, because it is what stands behind
with report as (
    select
        *, is_expected and late_day_count is not null as is_in, is_due and late_day_count = 0 as is_on_time,
        is_expected and last_on < $today as is_over, is_expected and last_on < $today and not is_late as is_over_on_time
    from mart.reports_at($plan_year, $today, coalesce($form, ''), $units, $unit, $kind)
    where $round_code is null or round_code = $round_code
),
counted as ( -- mart.report_rate, report by report; the last two: an indicator, and a rank, count only what is over (mart.results_at)
    select *, unnest([
        {figure: 'expected_count', term: 'plus', is_counted: is_expected}, {figure: 'received_count', term: 'plus', is_counted: is_in},
        {figure: 'received_share', term: 'plus', is_counted: is_in}, {figure: 'received_share', term: 'over', is_counted: is_expected},
        {figure: 'pending_count', term: 'plus', is_counted: is_expected and is_pending}, {figure: 'late_count', term: 'plus', is_counted: is_expected and late_day_count > 0},
        {figure: 'overdue_count', term: 'plus', is_counted: overdue_day_count > 0}, {figure: 'due_count', term: 'plus', is_counted: is_due},
        {figure: 'on_time_count', term: 'plus', is_counted: is_on_time}, {figure: 'on_time_share', term: 'plus', is_counted: is_on_time},
        {figure: 'on_time_share', term: 'over', is_counted: is_due}, {figure: 'returned_count', term: 'plus', is_counted: returned_count > 0},
        {figure: 'superseded_count', term: 'plus', is_counted: superseded_count > 0},
        {figure: 'numerator', term: 'plus', is_counted: is_over_on_time}, {figure: 'denominator', term: 'plus', is_counted: is_over},
        {figure: 'measured_share', term: 'plus', is_counted: is_over_on_time}, {figure: 'measured_share', term: 'over', is_counted: is_over}
    ], recursive := true)
    from report
),
entering as (
    select * from counted where figure = $figure and is_counted
    union all by name
    select *, 'input' as term from report where $figure not in (select figure from counted)
)
select
    term, 'report' as part, unit_code, unit_short_name,
    concat_ws(
        ', ', round_name, 'hạn nộp ' || strftime(due_on, '%d/%m/%Y'), coalesce('nhận ' || strftime(received_on, '%d/%m/%Y'), 'chưa nhận'),
        case when late_day_count > 0 then 'muộn ' || late_day_count || ' ngày làm việc' when overdue_day_count > 0 then 'quá hạn ' || overdue_day_count || ' ngày làm việc' end
    ) as what,
    null::bigint as amount_vnd,
    case $figure when 'returned_count' then returned_count when 'superseded_count' then superseded_count else 1 end::double as number,
    submission_id, '' as sheet, '' as cell, null::varchar as text, null::varchar as verdict
from entering
order by term = 'over', position, round_code
