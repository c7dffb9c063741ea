-- Units given more time for a round of a year.
-- One row per: unit × round with a later due date
-- Takes: plan_year, today, unit, units
-- Gives: unit_code, unit_short_name, round_code, round_name, round_due_on, due_on, letter
-- Key:   unit_code, round_code
-- Behind: nothing, because each row is itself what was entered or sent
select
    unit_code,
    unit.short_name as unit_short_name,
    round_code,
    round_name,
    round_due_on,
    due_on,
    extension_letter as letter
from mart.report
inner join mart.unit as unit using (unit_code)
where
    plan_year = $plan_year
    and cut_off_on <= $today
    and extension_letter is not null
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
order by due_on desc, unit.position
