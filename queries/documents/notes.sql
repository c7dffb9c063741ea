-- Notes that officers left on units for one plan year, the newest first.
-- One row per: note
-- Takes: plan_year, unit, units
-- Gives: entry_id, unit_code, note, version, changed_at, changed_by
-- Key:   entry_id
-- Behind: nothing, because each row is itself what was entered or sent
select
    entry_id,
    unit_code,
    note,
    version,
    changed_at at time zone 'UTC' as changed_at,
    changed_by
from mart.note
where
    plan_year = $plan_year
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
order by changed_at desc, entry_id
