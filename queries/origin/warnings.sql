-- The warnings, or the reports, that a count of warnings is made of.
-- One row per: warning × way it is counted (plus, over); for reports, a report; input: the figure is not their count
-- Takes: figure, plan_year, on, unit, rule, round_code, units, benchmarks
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, submission_id, sheet, cell, what
-- Behind: nothing, because it is what stands behind
with warning as (
    from mart.warning_at($plan_year, $on, $units, $benchmarks, $unit, $rule) where $round_code is null or round_code = $round_code
),
report as (
    select r.unit_code, u.short_name as unit_short_name, r.submission_id, r.round_name, r.submission_id in (select submission_id from warning) as is_warned
    from mart.report as r inner join mart.unit as u on u.unit_code = r.unit_code
    where r.plan_year = $plan_year and r.cut_off_on <= $on and r.submission_id is not null and r.unit_code in (select unnest($units))
        and ($unit is null or r.unit_code = $unit) and ($round_code is null or r.round_code = $round_code)
),
entering as (
    select 'plus' as term, 'warning' as part, unit_code, unit_short_name, rule_name || ': ' || sentence as what, submission_id, sheet, cell
    from warning where $figure = 'warning_count' or ($figure = 'in_force_count' and is_in_force)
    union all
    select one.term, 'report', unit_code, unit_short_name, round_name, submission_id, '', ''
    from report, (values ('report_count', 'plus', false), ('warned_count', 'plus', true), ('warned_share', 'plus', true), ('warned_share', 'over', false)) as one (figure, term, asks)
    where one.figure = $figure and (is_warned or not one.asks)
)
select
    term, part, entering.unit_code, unit_short_name, what, null::bigint as amount_vnd, 1::double as number, entering.submission_id, entering.sheet, entering.cell,
    source.text, null::varchar as verdict
from entering
left join mart.source as source on source.submission_id = entering.submission_id and source.sheet = entering.sheet and source.cell = entering.cell
order by term = 'over', unit_short_name collate vi, entering.submission_id, entering.sheet, entering.cell
