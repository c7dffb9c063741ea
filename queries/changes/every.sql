-- Every change of what people entered and every decision about reports, the newest first.
-- One row per: version of an entry, or decision
-- Takes: unit, units
-- Gives: entry_id, version, kind, unit_code, changed_at, changed_by, reason, is_withdrawn, was_withdrawn, body, body_before, recommendation, task, unit_short_name
-- Key:   entry_id, version
-- Behind: nothing, because each row is itself what was entered or sent
with told as (
    select
        entry_id,
        version,
        kind,
        unit_code,
        changed_at,
        changed_by,
        reason,
        is_withdrawn,
        was_withdrawn,
        body,
        body_before
    from mart.change
    union all
    select
        coalesce(decision.submission_id, decision.round_code),
        decision.entry as version, -- its place in the journal
        'decision' as kind,
        received.unit_code,
        decision.decided_at,
        decision.decided_by,
        decision.reason,
        false as is_withdrawn,
        false as was_withdrawn,
        json_object('what', decision.what, 'round_name', round.round_name, 'file_name', received.file_name)::varchar as body,
        null as body_before
    from mart.decision as decision
    left join mart.received as received on received.submission_id = decision.submission_id
    left join mart.receiving_round as round on round.round_code = coalesce(decision.round_code, received.round_code)
)
select
    told.* replace (told.changed_at at time zone 'UTC' as changed_at, coalesce(finding.to_unit_code, told.unit_code) as unit_code),
    finding.recommendation,
    case when told.kind = 'progress' then conclusion.task end as task,
    unit.short_name as unit_short_name
from told
left join mart.finding as finding on finding.finding_id = told.body ->> '$.finding_id'
left join mart.conclusion as conclusion on conclusion.conclusion_id = told.body ->> '$.conclusion_id'
left join mart.unit as unit on unit.unit_code = coalesce(finding.to_unit_code, told.unit_code)
where
    mart.is_seen(unit.unit_code, $units) -- what is about no unit that reports is for those who may see every unit
    and ($unit is null or coalesce(finding.to_unit_code, told.unit_code) = $unit)
order by told.changed_at desc, told.entry_id, told.version desc
