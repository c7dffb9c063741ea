-- What became of each report, as of a day: where it stands, its three dates, how late it came or will come, how often it was returned or replaced.
-- One row per: unit × round expected of it or answered by it, cut-off not later than the day
-- Takes: plan_year, today, form, unit, kind, units
-- Gives: unit_code, unit_name, unit_short_name, kind, round_code, round_name, round_kind, cut_off_on, round_due_on, due_on, extension_letter, last_on, moved_because, is_expected, status, is_due, first_sent_on, first_returned_on, taken_on, received_on, late_day_count, overdue_day_count, sent_count, returned_count, superseded_count, held_count, submission_id, version, state, lacking_names, letter_count, last_letter
-- Key:   unit_code, round_code
-- Behind: reports
with letter as (
    select round_code, unit_code, count(*) as letter_count, arg_max(number, sent_on) as last_letter from mart.letter group by round_code, unit_code
)
select
    unit_code,
    unit_name,
    unit_short_name,
    kind,
    round_code,
    round_name,
    round_kind,
    cut_off_on,
    round_due_on,
    due_on,
    extension_letter,
    last_on,
    moved_because,
    is_expected,
    status,
    is_due,
    (first_sent_at at time zone 'Asia/Ho_Chi_Minh')::date as first_sent_on,
    (first_returned_at at time zone 'Asia/Ho_Chi_Minh')::date as first_returned_on,
    (taken_at at time zone 'Asia/Ho_Chi_Minh')::date as taken_on,
    received_on,
    late_day_count,
    overdue_day_count,
    sent_count,
    returned_count,
    superseded_count,
    held_count,
    submission_id,
    version,
    state,
    coalesce(lacking_names, '') as lacking_names,
    coalesce(letter_count, 0) as letter_count,
    last_letter
from mart.reports_at($plan_year, $today, $form, $units, $unit, $kind)
left join letter using (round_code, unit_code)
order by position, cut_off_on, round_code
