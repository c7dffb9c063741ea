-- Letters sent to urge units to report, the newest first.
-- One row per: letter
-- Takes: plan_year, today, unit, units
-- Gives: letter_id, sent_on, number, unit_code, unit_short_name, round_code, round_name, way, recipient, note, entered_by
-- Key:   letter_id
-- Behind: nothing, because each row is itself what was entered or sent
select
    letter_id,
    sent_on,
    number,
    unit_code,
    unit.short_name as unit_short_name,
    round_code,
    round_name,
    way,
    recipient,
    note,
    entered_by
from mart.letter
inner join mart.unit as unit using (unit_code)
where
    plan_year = $plan_year
    and sent_on <= $today
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
order by sent_on desc, number, unit.position, letter_id
