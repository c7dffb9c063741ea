-- Whom to urge for one round, as of a day: reports overdue or come late, with what a letter has to say of each.
-- One row per: unit whose report of the round is overdue, or came late
-- Takes: plan_year, today, round_code, unit, kind, units
-- Gives: unit_code, unit_name, unit_short_name, kind, round_name, cut_off_on, due_on, last_on, legal_basis, extension_letter, form_names, is_missing, returned_count, received_on, day_count, other_names, letter_count
-- Key:   unit_code
-- Behind: reports
with seen as (
    from mart.reports_at($plan_year, $today, '', $units, $unit, $kind)
),
other as (
    select unit_code, string_agg(round_name, ', ' order by cut_off_on) as names
    from seen
    where overdue_day_count > 0 and round_code <> $round_code
    group by unit_code
),
asked as (
    select unit_code, string_agg(form_title, '; ' order by form_title) as names
    from mart.report_form
    where round_code = $round_code and is_expected and form <> ''
    group by unit_code
)
select
    unit_code,
    unit_name,
    unit_short_name,
    kind,
    round_name,
    cut_off_on,
    due_on,
    last_on,
    legal_basis,
    extension_letter,
    coalesce(asked.names, '') as form_names,
    submission_id is null as is_missing,
    returned_count,
    received_on,
    coalesce(overdue_day_count, late_day_count) as day_count,
    coalesce(other.names, '') as other_names,
    (select count(*) from mart.letter as letter where letter.round_code = seen.round_code and letter.unit_code = seen.unit_code) as letter_count
from seen
left join other using (unit_code)
left join asked using (unit_code)
where round_code = $round_code and is_expected and (overdue_day_count > 0 or late_day_count > 0)
order by is_missing desc, day_count desc, position
