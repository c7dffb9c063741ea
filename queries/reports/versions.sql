-- Everything a unit sent for a round, oldest first: when it came, what became of it, and on whose word.
-- One row per: workbook sent as the unit's own report
-- Takes: round_code, unit, units
-- Gives: submission_id, version, state, status, outcome, received_at, received_on, accepted_on, returned_on, received_by, decided_by, decided_reason, file_name, problem_count
-- Key:   submission_id
-- Behind: nothing, because each row is itself what was entered or sent
select
    submission_id,
    version,
    state,
    status,
    outcome,
    received_at at time zone 'UTC' as received_at,
    (received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on,
    (accepted_at at time zone 'Asia/Ho_Chi_Minh')::date as accepted_on,
    (returned_at at time zone 'Asia/Ho_Chi_Minh')::date as returned_on,
    received_by,
    decided_by,
    decided_reason,
    file_name,
    (select count(*) from mart.problem as problem where problem.submission_id = submission.submission_id) as problem_count
from mart.received as submission
where kind = 'own' and round_code = $round_code and unit_code = $unit and unit_code in (select unnest($units))
order by submission.received_at, submission_id
