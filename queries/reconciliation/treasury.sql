-- What the Treasury paid out beside what units reported, per unit, component and fund source, at an extract (none named: the newest up to today).
-- One row per: unit, component and fund source with an amount on either side, this year's and carried-over capital together
-- Takes: plan_year, today, extract_on, unit, component, source, capital_type, units
-- Gives: unit_code, unit_short_name, component_code, component_short_name, fund_source, fund_source_name, extract_on, reported_on, next_on, line_count, treasury_vnd, disbursed_vnd, next_vnd, difference_vnd, unexplained_vnd, verdict, since_on, age_count, entry_id, reason_name, reason, owner, due_on, is_settled
-- Key:   unit_code, component_code, fund_source
-- Behind: treasury
with asked as (
    select coalesce($extract_on, max(extract_on)) as extract_on from mart.treasury where plan_year = $plan_year and extract_on <= $today
),
told as (
    select
        extract_on, unit_code, component_code, fund_source, any_value(reported_on) as reported_on, any_value(next_on) as next_on,
        count(*) as line_count,
        sum(treasury_vnd)::bigint as treasury_vnd,
        sum(disbursed_vnd)::bigint as disbursed_vnd,
        sum(next_vnd)::bigint as next_vnd,
        sum(difference_vnd)::bigint as difference_vnd,
        (sum(beyond_vnd) filter (where mart.weight(verdict) = 3))::bigint as unexplained_vnd,
        max({weight: mart.weight(verdict), verdict: verdict}) as worst
    from mart.treasury_line($plan_year, $today, $units, $unit, $component, $source, $capital_type)
    where extract_on <= (select extract_on from asked)
    group by extract_on, unit_code, component_code, fund_source
),
run as (  -- extracts since the last one at which there was no real difference
    select *, max(extract_on) filter (where worst.weight < 3) over (partition by unit_code, component_code, fund_source) as fine_on from told
),
begun as (
    select unit_code, component_code, fund_source, min(extract_on) as since_on
    from run where worst.weight = 3 and extract_on > coalesce(fine_on, date '0001-01-01') group by all
),
received as (
    select extract_on, unit_code, min(received_on) as received_on from mart.treasury where plan_year = $plan_year group by all
),
explained as (
    select told.unit_code, told.component_code, told.fund_source, explanation.entry_id
    from told
    left join begun using (unit_code, component_code, fund_source)
    inner join mart.explanation as explanation
        on explanation.what = 'treasury' and explanation.plan_year = $plan_year and explanation.unit_code = told.unit_code
        and explanation.component_code = told.component_code and explanation.fund_source = told.fund_source
        and explanation.explained_for between coalesce(begun.since_on, told.extract_on) and told.extract_on
    where told.extract_on = (select extract_on from asked)
    qualify row_number() over (
        partition by told.unit_code, told.component_code, told.fund_source order by explanation.explained_for desc, explanation.changed_at desc
    ) = 1
)
select
    unit_code, unit.short_name as unit_short_name, component_code, component.short_name as component_short_name, told.fund_source,
    source.short_name as fund_source_name, told.extract_on, told.reported_on, told.next_on, told.line_count, told.treasury_vnd, told.disbursed_vnd,
    told.next_vnd, told.difference_vnd, told.unexplained_vnd,
    told.worst.verdict as verdict, begun.since_on, mart.age(received.received_on, $today) as age_count,
    explanation.entry_id, explanation.reason_name, explanation.reason, explanation.owner, explanation.due_on, explanation.is_settled
from told
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
inner join mart.fund_source as source on source.code = told.fund_source
left join begun using (unit_code, component_code, fund_source)
left join received on received.extract_on = begun.since_on and received.unit_code = told.unit_code
left join explained using (unit_code, component_code, fund_source)
left join mart.explanation as explanation on explanation.entry_id = explained.entry_id
where told.extract_on = (select extract_on from asked)
order by told.worst.weight desc, told.unexplained_vnd desc nulls last, abs(told.difference_vnd) desc, unit.position, component.position, told.fund_source
