-- The newest sector synthesis of each lead department up to a day beside what the units themselves reported at its cut-off; never added to them.
-- One row per: lead department, component and fund source of its synthesis or of a unit's report
-- Takes: plan_year, today, unit, component, source, capital_type, units
-- Gives: unit_code, unit_short_name, cut_off_on, round_name, component_code, component_short_name, fund_source, fund_source_name, synthesis_vnd, districts_vnd, departments_vnd, difference_vnd, verdict, missing_names, synthesis_submission, synthesis_place, age_count, entry_id, reason_name, reason, owner, due_on, is_settled
-- Key:   unit_code, component_code, fund_source
-- Behind: money on=cut_off_on unit=
with told as (
    from mart.synthesis
    where
        plan_year = $plan_year and cut_off_on <= $today and unit_code in (select unnest($units)) and ($unit is null or unit_code = $unit)
        and ($source is null or fund_source = $source) and ($capital_type is null or capital_type = $capital_type)
    qualify cut_off_on = max(cut_off_on) over (partition by unit_code)
),
summed as (
    select
        unit_code, cut_off_on, any_value(round_code) as round_code, component_code, any_value(project_code) as project_code, fund_source,
        sum(synthesis_vnd)::bigint as synthesis_vnd, any_value(submission_id) as synthesis_submission,
        min(concat_ws('!', sheet, cell)) as synthesis_place, min(received_on) as received_on
    from told group by all
),
-- the units' own lines of these components at that cut-off
own as (
    select told.unit_code, told.cut_off_on, money.unit_code as held_by, unit.kind, unit.short_name, unit.position, money.component_code, money.fund_source,
        sum(money.disbursed_vnd)::bigint as disbursed_vnd, max(money.reported_on) as reported_on
    from (select distinct unit_code, cut_off_on, component_code from told) as told
    inner join mart.money as money
        on money.plan_year = $plan_year and money.component_code = told.component_code and money.from_on <= told.cut_off_on and money.to_on > told.cut_off_on
        and ($source is null or money.fund_source = $source) and ($capital_type is null or money.capital_type = $capital_type)
    inner join mart.unit as unit on unit.unit_code = money.unit_code
    group by all
),
held as (
    select
        unit_code, cut_off_on, component_code, fund_source,
        (sum(disbursed_vnd) filter (where kind = 'district'))::bigint as districts_vnd,
        (sum(disbursed_vnd) filter (where kind <> 'district'))::bigint as departments_vnd,
        string_agg(short_name, ', ' order by position) filter (where reported_on is distinct from cut_off_on and kind = 'district') as missing_names,
        bool_and(held_by in (select unnest($units))) as may_be_seen
    from own group by all
),
beside as (
    select *, mart.synthesis_verdict(synthesis_vnd, districts_vnd, departments_vnd, missing_names) as verdict
    from summed full join held using (unit_code, cut_off_on, component_code, fund_source)
    where coalesce(may_be_seen, true) and coalesce(synthesis_vnd, districts_vnd) is not null
)
select
    unit_code, unit.short_name as unit_short_name, cut_off_on, round.round_name, component_code, component.short_name as component_short_name,
    beside.fund_source, source.short_name as fund_source_name, synthesis_vnd, districts_vnd, departments_vnd,
    coalesce(synthesis_vnd, 0) - coalesce(districts_vnd, 0) as difference_vnd, verdict, missing_names, synthesis_submission, synthesis_place,
    case when mart.weight(verdict) = 3 then mart.age(received_on, $today) end as age_count,
    explanation.entry_id, explanation.reason_name, explanation.reason, explanation.owner, explanation.due_on, explanation.is_settled
from beside
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
inner join mart.fund_source as source on source.code = beside.fund_source
left join mart.explanation as explanation
    on explanation.what = 'synthesis' and explanation.plan_year = $plan_year and explanation.unit_code = beside.unit_code
    and explanation.component_code = beside.component_code and explanation.fund_source = beside.fund_source and explanation.explained_for = beside.cut_off_on
left join (select distinct round_code, round_name from mart.report) as round on round.round_code = beside.round_code
where $component is null or $component in (component_code, component.project_code)
qualify row_number() over (partition by unit_code, component_code, beside.fund_source order by explanation.changed_at desc) = 1
order by mart.weight(verdict) desc, abs(difference_vnd) desc, unit.position, component.position, beside.fund_source
