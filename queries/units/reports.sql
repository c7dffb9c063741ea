-- What a unit sent for each round, and whether in time, as of a day.
-- One row per: unit × round expected of it or answered by it, cut-off not later than the day
-- Takes: plan_year, on, unit, units
-- Gives: unit_code, unit_short_name, round_code, round_name, cut_off_on, due_on, is_expected, status, received_on, version, state, late_day_count, overdue_day_count
-- Key:   unit_code, round_code
-- Behind: reports today=on
select
    unit_code,
    unit_short_name,
    round_code,
    round_name,
    cut_off_on,
    due_on,
    is_expected,
    status,
    received_on,
    version,
    state,
    late_day_count,
    overdue_day_count
from mart.reports_at($plan_year, $on, '', $units, $unit, null)
order by position, cut_off_on desc, round_code
