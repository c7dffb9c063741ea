-- What was done about recommendations: remedies told, and what was verified, in order.
-- One row per: remedy or verification up to a day
-- Takes: today, component, unit, units
-- Gives: step_id, finding_id, finding, happened_on, step, told, new_due_on, evidence_note, evidence_name, evidence_sha256, evidence_suffix, done_by, is_entered
-- Key:   step_id
-- Behind: nothing, because each row is itself what was entered or sent
with told as (
    select
        remedy_id as step_id,
        finding_id,
        remedied_on as happened_on,
        'remedied' as step,
        remedy as told,
        null::date as new_due_on,
        evidence_note,
        evidence_name,
        evidence_sha256,
        evidence_suffix,
        entered_by as done_by,
        changed_by is not null as is_entered
    from mart.remedy
    union all by name
    select
        verification_id as step_id,
        finding_id,
        verified_on as happened_on,
        if(is_remedied, 'closed', 'reopened') as step,
        note as told,
        due_on as new_due_on,
        verified_by as done_by,
        is_entered
    from mart.verification
)
select
    told.step_id,
    told.finding_id,
    standing.finding,
    told.happened_on,
    told.step,
    told.told,
    told.new_due_on,
    told.evidence_note,
    told.evidence_name,
    told.evidence_sha256,
    told.evidence_suffix,
    told.done_by,
    told.is_entered
from told
inner join mart.recommendation_at($today, $units, $unit, $component) as standing using (finding_id)
where told.happened_on <= $today
order by told.finding_id, told.happened_on, told.step <> 'remedied', told.step_id
