-- What people decided about a round and about the files of it, the newest first; without a round, about the files of none.
-- One row per: decision
-- Takes: round_code, units
-- Gives: entry, decided_at, decided_by, decided, reason, unit_short_name, version, file_name
-- Key:   entry
-- Behind: nothing, because each row is itself what was entered or sent
select
    decision.entry,
    decision.decided_at at time zone 'UTC' as decided_at,
    decision.decided_by,
    decision.what as decided,
    decision.reason,
    unit.short_name as unit_short_name,
    sent.version,
    sent.file_name
from mart.decision as decision
left join mart.received as sent on sent.submission_id = decision.submission_id
left join mart.unit as unit on unit.unit_code = sent.unit_code
where
    coalesce(sent.round_code, decision.round_code) is not distinct from $round_code
    and (decision.submission_id is null or mart.is_seen(sent.unit_code, $units))
order by decision.entry desc
