-- The files that cells stand in: whose, of which round, which version, when received, who accepted them, and how many warnings they carry.
-- One row per: submission asked for, where the viewer may see its sender
-- Takes: submissions, units, benchmarks
-- Gives: submission_id, unit_code, sent_by_name, kind, round_name, cut_off_on, version, state, status, received_at, received_by, accepted_at, accepted_by, file_name, file_sha256, suffix, rule_count, warning_count
-- Key:   submission_id
-- Behind: nothing, because it is what stands behind
select
    sent.submission_id,
    sent.unit_code,
    coalesce(unit.short_name, province.short_name) as sent_by_name,
    sent.kind,
    coalesce(round.round_name, sent.decision_number) as round_name,
    sent.cut_off_on,
    sent.version,
    sent.state,
    sent.status,
    sent.received_at at time zone 'UTC' as received_at,
    sent.received_by,
    coalesce(sent.accepted_at, sent.received_at) at time zone 'UTC' as accepted_at,
    coalesce(sent.decided_by, sent.received_by) as accepted_by, -- what no officer had to decide was taken in by whoever received it
    sent.file_name,
    sent.file_sha256,
    sent.suffix,
    (select count(distinct rule) from mart.rule) as rule_count,
    (select count(*) from (select distinct rule, sheet, cell, sentence from mart.warning where submission_id = sent.submission_id)) as warning_count
from mart.received as sent
left join mart.unit as unit on unit.unit_code = sent.unit_code
left join mart.province as province on province.unit_code = sent.unit_code
left join mart.receiving_round as round on round.round_code = sent.round_code
where
    sent.submission_id in (select unnest($submissions))
    and (sent.unit_code in (select unnest($units)) or ($benchmarks and sent.kind in ('publication', 'decision')))
order by sent.submission_id
