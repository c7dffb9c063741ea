-- What units write as their plan beside the decisions in force, line by line; a decision later than the report is a matter of time.
-- One row per: line of a unit that has decisions and a report with its plan
-- Takes: plan_year, on, today, unit, component, source, capital_type, units
-- Gives: unit_code, unit_short_name, component_code, component_short_name, fund_source, fund_source_name, capital_type_name, capital_year, reported_on, decided_on, planned_vnd, decided_vnd, difference_vnd, verdict, since_on, age_count, report_submission, report_place, decision_number, entry_id, reason_name, reason, owner, due_on, is_settled
-- Key:   unit_code, component_code, fund_source, capital_type_name, capital_year
-- Behind: nothing, because each row names its cell and its decision
with line as (
    select
        *, mart.plan_verdict(planned_vnd, decided_then_vnd, decided_vnd) as verdict, not mart.agree(planned_vnd, decided_then_vnd) as is_apart
    from mart.plan_line($plan_year, $on, $units, $unit, $component, $source, $capital_type)
),
run as (
    select
        unit_code, component_code, fund_source, capital_type, capital_year, reported_on, received_on, is_apart,
        max(reported_on) filter (where not is_apart) over (partition by unit_code, component_code, fund_source, capital_type, capital_year) as fine_on
    from line
),
begun as (
    select
        unit_code, component_code, fund_source, capital_type, capital_year, min(reported_on) as since_on, arg_min(received_on, reported_on) as received_on
    from run where is_apart and reported_on > coalesce(fine_on, date '0001-01-01') group by all
),
place as (
    select submission_id, component_code, fund_source, capital_type, capital_year, min(concat_ws('!', sheet, cell)) as report_place
    from mart.source
    where field = 'assigned_vnd' and line_kind = 'detail' and submission_id in (select report_submission from line where is_in_force)
    group by all
)
select
    line.unit_code, unit.short_name as unit_short_name, line.component_code, component.short_name as component_short_name, line.fund_source,
    source.short_name as fund_source_name, type.short_name as capital_type_name, line.capital_year, line.reported_on, line.decided_on,
    line.planned_vnd, line.decided_vnd, coalesce(line.planned_vnd, 0) - coalesce(line.decided_vnd, 0) as difference_vnd, line.verdict,
    begun.since_on, mart.age(begun.received_on, $today) as age_count, line.report_submission, place.report_place,
    submission.decision_number,
    explanation.entry_id, explanation.reason_name, explanation.reason, explanation.owner, explanation.due_on, explanation.is_settled
from line
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
inner join mart.fund_source as source on source.code = line.fund_source
inner join mart.capital_type as type on type.code = line.capital_type
left join begun
    on mart.weight(line.verdict) = 3 and begun.unit_code = line.unit_code and begun.component_code = line.component_code
    and begun.fund_source = line.fund_source and begun.capital_type = line.capital_type and begun.capital_year = line.capital_year
left join place
    on place.submission_id = line.report_submission and place.component_code = line.component_code and place.fund_source = line.fund_source
    and place.capital_type = line.capital_type and place.capital_year = line.capital_year
left join mart.submission as submission on submission.submission_id = line.decision_submission
left join mart.explanation as explanation
    on explanation.what = 'plan' and explanation.plan_year = $plan_year and explanation.unit_code = line.unit_code
    and explanation.component_code = line.component_code and explanation.fund_source = line.fund_source
    and explanation.explained_for between coalesce(begun.since_on, line.reported_on) and line.reported_on
where line.is_in_force and coalesce(line.planned_vnd, line.decided_vnd) is not null
qualify row_number() over (
    partition by line.unit_code, line.component_code, line.fund_source, line.capital_type, line.capital_year
    order by explanation.explained_for desc, explanation.changed_at desc
) = 1
order by mart.weight(line.verdict) desc, abs(difference_vnd) desc, unit.position, component.position, line.fund_source, line.capital_type, line.capital_year
