-- What was found wrong in a unit's reports that stand, up to a day: inside one workbook, and against other reports and the plan.
-- One row per: warning
-- Takes: plan_year, on, unit, units
-- Gives: unit_code, unit_short_name, rule, submission_id, place, round_name, cut_off_on, sentence, sheet, cell, is_in_force
-- Key:   rule, submission_id, place, sentence
select distinct
    warning.unit_code,
    unit.short_name as unit_short_name,
    warning.rule,
    warning.submission_id,
    concat_ws('!', warning.sheet, nullif(warning.cell, '')) as place,
    report.round_name,
    submission.cut_off_on,
    warning.sentence,
    warning.sheet,
    warning.cell,
    exists (
        from mart.in_force as force
        where force.submission_id = warning.submission_id and force.from_on <= $on and force.to_on > $on
    ) as is_in_force
from mart.warning as warning
inner join mart.submission as submission on submission.submission_id = warning.submission_id
inner join mart.unit as unit on unit.unit_code = warning.unit_code
left join mart.report as report on report.submission_id = warning.submission_id
where
    warning.plan_year = $plan_year
    and submission.cut_off_on <= $on
    and warning.unit_code in (select unnest($units))
    and ($unit is null or warning.unit_code = $unit)
order by unit.position, submission.cut_off_on desc, warning.rule, place
