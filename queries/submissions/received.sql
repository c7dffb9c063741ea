-- The files that were received, the newest first, and what became of each; of one round, of none ("round_code" missing), or of every round.
-- One row per: received file
-- Takes: round_code, every_round, became, units
-- Gives: submission_id, unit_code, unit_short_name, round_code, round_name, sent_kind, decision_number, state, version, became, outcome, received_at, received_by, accepted_at, returned_at, decided_at, decided_by, decided_reason, file_name, must_count, warn_count
-- Key:   submission_id
-- Behind: nothing, because each row is itself what was entered or sent
with told as (
    select
        submission_id,
        count(*) filter (severity = 'refuse') as must_count,
        count(*) filter (severity = 'warn') as warn_count
    from mart.problem
    group by submission_id
)

select
    sent.submission_id,
    sent.unit_code,
    unit.short_name as unit_short_name,
    sent.round_code,
    asked.round_name,
    sent.kind as sent_kind,
    sent.decision_number,
    sent.state,
    sent.version,
    sent.status as became,
    sent.outcome,
    sent.received_at at time zone 'UTC' as received_at,
    sent.received_by,
    sent.accepted_at at time zone 'UTC' as accepted_at,
    sent.returned_at at time zone 'UTC' as returned_at,
    sent.decided_at at time zone 'UTC' as decided_at,
    sent.decided_by,
    sent.decided_reason,
    sent.file_name,
    coalesce(told.must_count, 0)::bigint as must_count,
    coalesce(told.warn_count, 0)::bigint as warn_count
from mart.received as sent
left join told on told.submission_id = sent.submission_id
left join mart.unit as unit on unit.unit_code = sent.unit_code
left join mart.receiving_round as asked on asked.round_code = sent.round_code
where
    mart.is_seen(sent.unit_code, $units)
    and ($every_round or sent.round_code is not distinct from $round_code)
    and ($became is null or sent.status = $became)
order by sent.entry desc
