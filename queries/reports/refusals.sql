-- Why reports of a unit for a round were returned: what the rules found and where, or what the officer wrote.
-- One row per: reason of a returned workbook
-- Takes: round_code, unit, units
-- Gives: submission_id, returned_on, file_name, place, reason
-- Key:   submission_id, place, reason
-- Behind: nothing, because each row is itself what was entered or sent
with returned as (
    select
        submission_id,
        (returned_at at time zone 'Asia/Ho_Chi_Minh')::date as returned_on,
        returned_at,
        file_name,
        decided_reason,
        outcome
    from mart.received
    where
        kind = 'own' and status = 'refused' and round_code = $round_code and unit_code = $unit and unit_code in (select unnest($units))
),
reason as (
    select
        r.submission_id,
        concat_ws('!', nullif(p.sheet, ''), nullif(p.cell, '')) as place,
        p.sentence as reason
    from returned as r
    inner join mart.problem as p on p.submission_id = r.submission_id and (p.severity = 'refuse' or r.outcome <> 'refused')
    union
    select submission_id, '', decided_reason from returned where outcome <> 'refused'
)
select submission_id, returned_on, file_name, place, reason
from reason
inner join returned using (submission_id)
order by returned_at, submission_id, place, reason
