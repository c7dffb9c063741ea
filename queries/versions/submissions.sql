-- Every file of a plan year that was accepted at some time: which version of what, when and by whom received, what became of it since.
-- One row per: submission, whatever became of it
-- Takes: plan_year, on, unit, units
-- Gives: submission_id, sent_kind, unit_code, unit_short_name, round_code, round_name, decision_number, effective_on, cut_off_on, version, state, became, received_at, received_by, decided_at, decided_by, decided_reason, file_name, file_sha256, is_in_use
-- Key:   submission_id
-- Behind: nothing, because it is what stands behind
with used as ( -- whose figures stand at the day
    select submission_id from mart.in_force where plan_year = $plan_year and from_on <= $on and to_on > $on
    union
    select plan_submission from mart.money where plan_year = $plan_year and from_on <= $on and to_on > $on
    union
    select submission_id from mart.target where plan_year = $plan_year and from_on <= $on and to_on > $on
    union
    select submission_id from mart.results_at($plan_year, $on)
)
select
    sent.submission_id,
    sent.kind as sent_kind,
    sent.unit_code,
    unit.short_name as unit_short_name,
    sent.round_code,
    asked.round_name,
    sent.decision_number,
    told.effective_on,
    told.cut_off_on,
    sent.version,
    sent.state,
    sent.status as became,
    sent.received_at at time zone 'UTC' as received_at,
    sent.received_by,
    sent.decided_at at time zone 'UTC' as decided_at,
    sent.decided_by,
    sent.decided_reason,
    sent.file_name,
    sent.file_sha256,
    coalesce(sent.submission_id in (select submission_id from used where submission_id is not null), false) as is_in_use
from mart.received as sent
inner join mart.submission as told on told.submission_id = sent.submission_id
left join mart.unit as unit on unit.unit_code = sent.unit_code
left join mart.receiving_round as asked on asked.round_code = sent.round_code
where
    sent.plan_year = $plan_year
    and sent.status in ('standing', 'superseded', 'withdrawn')
    and mart.is_seen(unit.unit_code, $units)
    and ($unit is null or sent.unit_code = $unit)
order by sent.kind = 'own', unit.position, coalesce(told.cut_off_on, told.effective_on), sent.version, sent.entry
