-- Which file a submission is: whose, of which round, which version, when it came and who took it in.
-- One row per: submission asked for, where the viewer may see its sender
-- Takes: submission, units
-- Gives: submission_id, unit_code, unit_short_name, kind, round_name, decision_number, cut_off_on, version, state, received_at, received_by, file_name, file_sha256, suffix, status
-- Key:   submission_id
-- Behind: nothing, because it is what stands behind
select
    sent.submission_id,
    sent.unit_code,
    unit.short_name as unit_short_name,
    sent.kind,
    round.round_name,
    sent.decision_number,
    sent.cut_off_on,
    sent.version,
    sent.state,
    sent.received_at at time zone 'UTC' as received_at,
    sent.received_by,
    sent.file_name,
    sent.file_sha256,
    sent.suffix,
    sent.status
from mart.received as sent
inner join mart.unit as unit on unit.unit_code = sent.unit_code
left join mart.receiving_round as round on round.round_code = sent.round_code
where sent.submission_id = $submission and sent.unit_code in (select unnest($units))
