-- Who reported what and when, in working days (docs/decisions.md).
create table mart.day as select * from stg.day;

-- The number of the working day on which a day falls; two of them differ by the working days between. Days outside the calendar count as its first or last.
create macro mart.working_number(day) as (
    select d.working_number from mart.day d, (select min(day_on) as first_on, max(day_on) as last_on from mart.day) known
    where day is not null and d.day_on = least(greatest(day, known.first_on), known.last_on)
);

-- One row per: round × unit expected or heard from × form asked for or sent; form '' is the report as a whole.
-- Received is what arrived first of the versions that were accepted: not those returned, withdrawn, or still waiting for an officer or a reopened round.
create table mart.report_form as
with sent as (
    select s.* exclude forms, s.forms, f.form, s.status in ('standing', 'superseded') as is_accepted
    from stg.submission s, unnest(list_prepend('', s.forms)) f(form)
    where s.kind = 'own'
),
told as (
    select
        unit_code, round_code, form, min(received_at) as first_sent_at, min(returned_at) filter (status = 'refused') as first_returned_at,
        min(received_at) filter (is_accepted) as first_accepted_at, min(accepted_at) filter (is_accepted) as taken_at,
        count(*) as sent_count, count(*) filter (status = 'refused') as returned_count, count(*) filter (status = 'superseded') as superseded_count,
        count(*) filter (status = 'held') as held_count, count(*) filter (status = 'waiting') as waiting_count, arg_max(status, entry) as last_status
    from sent group by all
),
best as (
    from sent where status = 'standing'
    qualify row_number() over (partition by unit_code, round_code, form order by state = 'final' desc, state = 'preliminary' desc, entry desc) = 1
),
asked as (
    select e.round_code, e.unit_code, f.form, true as is_expected, e.due_on, e.extension_letter
    from stg.expected e join stg.round r on r.round_code = e.round_code, unnest(list_prepend('', r.forms)) f(form)
    union all
    select distinct s.round_code, s.unit_code, s.form, false, r.due_on, null from sent s join stg.round r on r.round_code = s.round_code
    where s.status not in ('refused', 'withdrawn') and (s.round_code, s.unit_code) not in (select (round_code, unit_code) from stg.expected)
),
title as (select form, any_value(title) as title from stg.form_field group by form),
known as (
    select
        r.plan_year, r.round_code, r.name as round_name, r.kind as round_kind, r.cut_off_on, r.legal_basis, a.unit_code, a.form, n.title as form_title, a.is_expected,
        r.due_on as round_due_on, a.due_on, a.extension_letter,
        b.submission_id, b.state, b.version, b.received_at, b.received_by, b.outcome,
        case
            when b.submission_id is not null then b.outcome when t.held_count > 0 then 'held' when t.waiting_count > 0 then 'waiting'
            when t.last_status = 'refused' then 'returned' else 'missing'
        end as status,
        t.first_sent_at, t.first_returned_at, coalesce(t.sent_count, 0) as sent_count, coalesce(t.returned_count, 0) as returned_count,
        coalesce(t.superseded_count, 0) as superseded_count, coalesce(t.held_count, 0) as held_count,
        case when b.submission_id is not null then t.first_accepted_at end as first_accepted_at,
        case when b.submission_id is not null then t.taken_at end as taken_at,
        (select string_agg(title, '; ' order by title) from title where a.is_expected and b.submission_id is not null and list_contains(r.forms, form) and not list_contains(b.forms, form)) as lacking_names
    from asked a
    join stg.round r on r.round_code = a.round_code
    left join best b on b.round_code = a.round_code and b.unit_code = a.unit_code and b.form = a.form
    left join title n on n.form = a.form
    left join told t on t.round_code = a.round_code and t.unit_code = a.unit_code and t.form = a.form
),
numbered as (
    select
        *, (first_accepted_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on, mart.working_number(due_on) as due_number,
        mart.working_number((first_accepted_at at time zone 'Asia/Ho_Chi_Minh')::date) as received_number
    from known
)
select
    n.* exclude received_number, d.working_on as last_on, d.off_because as moved_because,
    case when received_number is not null then greatest(0, received_number - due_number) end as late_day_count, received_number > due_number as is_late
from numbered n left join mart.day d on d.day_on = n.due_on;

-- The reports as wholes.
create view mart.report as select * exclude form from mart.report_form where form = '';

-- Reports of a year's rounds whose cut-off is reached, one form or as wholes (''), as they stand on a day: the day says what is missing and by how much;
-- what is in counts, as the figures of the round do. A report is due once its last day is over, or it is in.
-- `overdue_day_count`: how late it will be if it comes on that day; NULL where it is in, or waits for the office.
create macro mart.reports_at(asked_year, today, asked_form, units, only_unit, only_kind) as table
select
    r.*, u.unit_name, u.short_name as unit_short_name, u.kind, u.position, r.status in ('held', 'waiting') as is_pending, r.is_expected and (r.last_on < today or r.late_day_count is not null) as is_due,
    case when r.is_expected and r.status in ('missing', 'returned') then greatest(0, now.number - r.due_number) end as overdue_day_count
from mart.report_form r
join mart.unit u on u.unit_code = r.unit_code
cross join (select mart.working_number(today) as number) now
where r.plan_year = asked_year and r.cut_off_on <= today and r.form = asked_form and r.unit_code in (select unnest(units))
    and (only_unit is null or r.unit_code = only_unit) and (only_kind is null or u.kind = only_kind);

-- Rates of reports expected, each with its denominator: in, of those expected; in time, of those due.
create macro mart.report_rate(is_expected, is_due, is_pending, late_day_count, overdue_day_count) as {
    expected_count: count(*) filter (where is_expected),
    received_count: count(late_day_count) filter (where is_expected),
    received_share: count(late_day_count) filter (where is_expected) / nullif(count(*) filter (where is_expected), 0),
    pending_count: count(*) filter (where is_expected and is_pending),
    late_count: count(*) filter (where is_expected and late_day_count > 0),
    overdue_count: count(*) filter (where overdue_day_count > 0),
    due_count: count(*) filter (where is_due),
    on_time_count: count(*) filter (where is_due and late_day_count = 0),
    on_time_share: count(*) filter (where is_due and late_day_count = 0) / nullif(count(*) filter (where is_due), 0)
};

-- One row per: letter sent to urge a unit.
create table mart.letter as select r.plan_year, r.name as round_name, l.* from stg.letter l join stg.round r on r.round_code = l.round_code;
