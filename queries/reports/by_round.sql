-- How many reports of each round are in, up to a day.
-- One row per: round whose cut-off is not later than the day
-- Takes: plan_year, on, unit, units
-- Gives: round_code, round_name, cut_off_on, due_on, expected_count, received_count, late_count, missing_names
-- Key:   round_code
select
    round_code,
    any_value(round_name) as round_name,
    any_value(cut_off_on) as cut_off_on,
    any_value(due_on) as due_on,
    count(*) filter (where is_expected) as expected_count,
    count(submission_id) filter (where is_expected) as received_count,
    count(*) filter (where is_late) as late_count,
    coalesce(string_agg(unit.short_name, ', ' order by unit.position) filter (where is_expected and submission_id is null), '') as missing_names
from mart.report
inner join mart.unit as unit using (unit_code)
where
    plan_year = $plan_year
    and cut_off_on <= $on
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
group by round_code
order by cut_off_on desc, round_code
