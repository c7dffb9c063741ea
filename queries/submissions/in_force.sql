-- The submissions that the figures of a day stand on: units' reports in force, decisions on money and targets, what was published for the province.
-- One row per: submission
-- Takes: plan_year, on, unit, units
-- Gives: submission_id, unit_code, unit_short_name, sent_kind, round_name, decision_number, cut_off_on, state, version, received_at, file_name, file_sha256
-- Key:   submission_id
-- Behind: nothing, because it is what stands behind
with used as (
    select submission_id
    from mart.in_force
    where plan_year = $plan_year and from_on <= $on and to_on > $on and ($unit is null or unit_code = $unit)
    union
    select plan_submission
    from mart.line_at($plan_year, $on, $units, $unit, null, null, null, null)
    union
    select submission_id
    from mart.target
    where plan_year = $plan_year and from_on <= $on and to_on > $on and ($unit is null or unit_code = $unit)
    union
    select submission_id
    from mart.result
    where plan_year = $plan_year and from_on <= $on and to_on > $on and kind = 'publication' and $unit is null
)

select
    sent.submission_id,
    sent.unit_code,
    unit.short_name as unit_short_name,
    sent.kind as sent_kind,
    asked.round_name,
    sent.decision_number,
    sent.cut_off_on,
    sent.state,
    sent.version,
    sent.received_at at time zone 'UTC' as received_at,
    sent.file_name,
    sent.file_sha256
from used
inner join mart.received as sent using (submission_id)
inner join mart.unit as unit on unit.unit_code = sent.unit_code
left join mart.receiving_round as asked on asked.round_code = sent.round_code
where sent.unit_code in (select unnest($units))
order by sent.kind, unit.position, sent.cut_off_on, sent.submission_id
