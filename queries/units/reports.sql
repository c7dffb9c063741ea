-- What a unit sent for each round, up to a day, and whether in time.
-- One row per: unit × round expected of it or answered by it, cut-off not later than the day
-- Takes: plan_year, on, unit, units
-- Gives: unit_code, unit_short_name, round_code, round_name, cut_off_on, due_on, is_expected, received_on, version, state, late_day_count
-- Key:   unit_code, round_code
select
    unit_code,
    unit.short_name as unit_short_name,
    round_code,
    round_name,
    cut_off_on,
    due_on,
    is_expected,
    (first_accepted_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on,
    version,
    state,
    case when submission_id is not null then greatest(0, received_on - due_on) end as late_day_count
from mart.report
inner join mart.unit as unit using (unit_code)
where
    plan_year = $plan_year
    and cut_off_on <= $on
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
order by unit.position, cut_off_on desc, round_code
