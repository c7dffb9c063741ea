-- Later due dates and letters, as defined and as entered.

-- One row per: letter that gives a unit more time for a round, in definitions/extensions.csv or entered on the page.
create view stg.extension as
select round_code, unit_code, due_on, letter from raw.extension
union all
select body->>'$.round_code', body->>'$.unit_code', (body->>'$.due_on')::date, body->>'$.letter' from stg.entry where kind = 'extension';

-- One row per: report expected of a unit, and until when; of several letters the latest day counts, never one before the round's own.
create view stg.expected as
with extended as (select round_code, unit_code, max(due_on) as due_on, arg_max(letter, due_on) as letter from stg.extension group by all)
select
    r.plan_year, e.round_code, e.unit_code, greatest(r.due_on, x.due_on) as due_on, case when x.due_on > r.due_on then x.letter end as extension_letter
from raw.expected e
join raw.round r on r.round_code = e.round_code
left join extended x on x.round_code = e.round_code and x.unit_code = e.unit_code;

-- One row per: letter sent to urge a unit.
create view stg.letter as
select
    entry_id as letter_id, body->>'$.round_code' as round_code, body->>'$.unit_code' as unit_code, body->>'$.number' as number, (body->>'$.sent_on')::date as sent_on,
    body->>'$.way' as way, body->>'$.recipient' as recipient, body->>'$.note' as note, entered_at, entered_by
from stg.entry where kind = 'letter';
