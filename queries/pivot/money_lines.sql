-- The lines of money behind a cell, each with its part in every figure that adds up, and the cells of its plan and of what was disbursed.
-- One row per: line × day it is asked of
-- Takes: years, days, kept, units
-- Gives: plan_year, cut_off_on, unit_code, unit_short_name, project_code, component_code, component_short_name, fund_source, fund_source_name, capital_type, capital_type_name, capital_year, carried_over, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, assigned_vnd, allocated_vnd, unplanned_disbursed_vnd, plan_submission, plan_sheet, plan_cell, submission_id, sheet, cell
-- Key:   plan_year, cut_off_on, unit_code, component_code, fund_source, capital_type, capital_year
-- Behind: nothing, because it is what stands behind
with told as (
    select
        moment_on, plan_year, unit_code, component_code, fund_source, capital_type, capital_year,
        max_by({submission_id: submission_id, sheet: sheet, cell: cell}, amount_vnd) filter (where part = 'planned') as plan,
        max_by({submission_id: submission_id, sheet: sheet, cell: cell}, amount_vnd) filter (where part = 'disbursed') as report
    from mart.moment($years, $days), lateral (select moment_year as plan_year, * from mart.money_cell_at(moment_year, moment_on, $units))
    group by moment_on, plan_year, unit_code, component_code, fund_source, capital_type, capital_year
)
select
    line.plan_year,
    line.moment_on as cut_off_on,
    line.unit_code,
    unit.short_name as unit_short_name,
    line.project_code,
    line.component_code,
    component.short_name as component_short_name,
    line.fund_source,
    fund.short_name as fund_source_name,
    line.capital_type,
    capital.short_name as capital_type_name,
    line.capital_year,
    line.axes['carried_over'] as carried_over,
    unnest(rate.told),
    if(line.planned_vnd is null, null, line.assigned_vnd) as assigned_vnd,
    if(line.planned_vnd is null, null, line.allocated_vnd) as allocated_vnd,
    if(line.planned_vnd is null, line.disbursed_vnd, null) as unplanned_disbursed_vnd,
    told.plan.submission_id as plan_submission,
    told.plan.sheet as plan_sheet,
    told.plan.cell as plan_cell,
    told.report.submission_id,
    told.report.sheet,
    told.report.cell
from mart.money_in($years, $days, $kept, $units) as line,
    lateral (select mart.rate(planned, disbursed) as told from (select line.planned_vnd as planned, line.disbursed_vnd as disbursed)) as rate
inner join mart.unit as unit on unit.unit_code = line.unit_code
inner join mart.component as component on component.component_code = line.component_code
inner join mart.fund_source as fund on fund.code = line.fund_source
inner join mart.capital_type as capital on capital.code = line.capital_type
left join told on told.moment_on = line.moment_on and told.plan_year = line.plan_year and told.unit_code = line.unit_code
    and told.component_code = line.component_code and told.fund_source = line.fund_source and told.capital_type = line.capital_type
    and told.capital_year = line.capital_year
order by coalesce(line.planned_vnd, line.disbursed_vnd) desc, unit.position, component.position, fund.position, capital.position, line.capital_year, line.moment_on
