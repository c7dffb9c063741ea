-- How many reports of each round are warned of, up to a day; by round, so that a fuller year does not look worse.
-- One row per: round with a report that stands, cut-off not later than the day
-- Takes: plan_year, on, unit, rule, units
-- Gives: round_code, round_name, cut_off_on, report_count, warned_count, warning_count, warned_share
-- Key:   round_code
-- Behind: warnings
with warned as (
    select submission_id, count(*) as warning_count
    from mart.warning_at($plan_year, $on, $units, false, $unit, $rule)
    group by submission_id
)
select
    report.round_code,
    any_value(report.round_name) as round_name,
    any_value(report.cut_off_on) as cut_off_on,
    count(*) as report_count,
    count(warned.submission_id) as warned_count,
    coalesce(sum(warned.warning_count), 0)::bigint as warning_count,
    count(warned.submission_id) / count(*) as warned_share
from mart.report as report
left join warned on warned.submission_id = report.submission_id
where
    report.plan_year = $plan_year
    and report.cut_off_on <= $on
    and report.submission_id is not null
    and report.unit_code in (select unnest($units))
    and ($unit is null or report.unit_code = $unit)
group by report.round_code
order by cut_off_on, report.round_code
