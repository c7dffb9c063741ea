-- The plan last known of every unit a round asks, at its cut-off: what the blank workbooks are prefilled with.
-- One row per: line of a unit's plan; one row without a line where a unit has none
-- Takes: round_code, units
-- Gives: unit_code, unit_short_name, component_code, fund_source, capital_type, capital_year, assigned_vnd, adjusted_vnd, allocated_vnd
-- Key:   unit_code, component_code, fund_source, capital_type, capital_year
-- Behind: nothing, because it is what stands behind
select
    expected.unit_code,
    unit.short_name as unit_short_name,
    line.component_code,
    line.fund_source,
    line.capital_type,
    line.capital_year,
    line.assigned_vnd,
    line.adjusted_vnd,
    line.allocated_vnd
from mart.expected_of_round as expected
inner join mart.receiving_round as asked on asked.round_code = expected.round_code
inner join mart.unit as unit on unit.unit_code = expected.unit_code
left join mart.money as line
    on
        line.unit_code = expected.unit_code
        and line.plan_year = asked.plan_year
        and line.from_on <= asked.cut_off_on
        and line.to_on > asked.cut_off_on
        and line.planned_vnd is not null
where
    expected.round_code = $round_code
    and expected.unit_code in (select unnest($units))
order by
    unit.position, line.is_carried_over, line.component_code, line.fund_source, line.capital_type, line.capital_year
