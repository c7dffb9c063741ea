-- Every line of money at a day, with the submission and the cell that each of its figures came from.
-- One row per: line of a unit's money, unit × component × fund source × capital type × capital year
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: unit_code, unit_short_name, component_code, component_short_name, fund_source, fund_source_name, capital_type, capital_type_name, capital_year, is_carried_over, planned_vnd, disbursed_vnd, unplanned_disbursed_vnd, plan_submission, plan_sheet, plan_cell, report_submission, report_sheet, report_cell
-- Key:   unit_code, component_code, fund_source, capital_type, capital_year
-- Behind: nothing, because it is what stands behind
with line as (
    select
        *,
        if(adjusted_vnd is null, 'assigned_vnd', 'adjusted_vnd') as plan_field
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, null)
),
sent as (
    select submission_id, unit_code, component_code, fund_source, capital_type, capital_year, field, min(sheet) as sheet, min(cell) as cell
    from mart.source
    where
        plan_year = $plan_year
        and line_kind = 'detail'
        and field in ('assigned_vnd', 'adjusted_vnd', 'disbursed_vnd')
        and amount_vnd is not null
    group by all
)
select
    line.unit_code,
    unit.short_name as unit_short_name,
    line.component_code,
    component.short_name as component_short_name,
    line.fund_source,
    fund.short_name as fund_source_name,
    line.capital_type,
    capital.short_name as capital_type_name,
    line.capital_year,
    line.is_carried_over,
    line.planned_vnd,
    case when line.planned_vnd is not null then line.disbursed_vnd end as disbursed_vnd, -- what counts (figures.md 7)
    case when line.planned_vnd is null then line.disbursed_vnd end as unplanned_disbursed_vnd,
    line.plan_submission,
    plan.sheet as plan_sheet,
    plan.cell as plan_cell,
    line.report_submission,
    report.sheet as report_sheet,
    report.cell as report_cell
from line
inner join mart.unit as unit on unit.unit_code = line.unit_code
inner join mart.component as component on component.component_code = line.component_code
left join mart.fund_source as fund on fund.code = line.fund_source
left join mart.capital_type as capital on capital.code = line.capital_type
left join sent as plan
    on plan.submission_id = line.plan_submission and plan.field = line.plan_field
    and (plan.unit_code, plan.component_code, plan.fund_source, plan.capital_type, plan.capital_year)
    = (line.unit_code, line.component_code, line.fund_source, line.capital_type, line.capital_year)
left join sent as report
    on report.submission_id = line.report_submission and report.field = 'disbursed_vnd'
    and (report.unit_code, report.component_code, report.fund_source, report.capital_type, report.capital_year)
    = (line.unit_code, line.component_code, line.fund_source, line.capital_type, line.capital_year)
order by unit.position, component.position, fund.position, capital.position, line.capital_year
