-- What units were to reach and reached, behind a cell, with the cells of the target and of the result.
-- One row per: unit × indicator × breakdown × day it is asked of
-- Takes: years, days, kept, units
-- Gives: plan_year, cut_off_on, indicator_code, indicator_short_name, breakdown, breakdown_name, unit_code, unit_short_name, kind, project_code, component_code, component_short_name, attained, measure_unit, level_unit, planned, achieved, attainment_share, level, base_level, numerator, denominator, base_numerator, base_denominator, estimated, unreported_planned, state, reported_on, plan_basis, plan_submission, plan_sheet, plan_cell, submission_id, sheet, cell
-- Key:   plan_year, cut_off_on, indicator_code, breakdown, unit_code
-- Behind: nothing, because it is what stands behind
select
    line.plan_year, line.moment_on as cut_off_on, line.indicator_code, indicator.short_name as indicator_short_name, line.breakdown, part.name as breakdown_name,
    line.unit_code, unit.short_name as unit_short_name, unit.kind, line.axes['project'] as project_code, indicator.component_code,
    component.short_name as component_short_name, line.axes['attained'] as attained, indicator.unit as measure_unit,
    coalesce(nullif(indicator.level_unit, ''), indicator.unit) as level_unit, line.planned, line.achieved, line.attainment_share, line.level, line.base_level,
    line.numerator, line.denominator, line.base_numerator, line.base_denominator, line.estimated,
    if(line.value_kind = 'count' and not line.is_told, line.planned, null) as unreported_planned, line.state, line.reported_on, line.plan_basis,
    target.submission_id as plan_submission, target.sheet as plan_sheet, target.cell as plan_cell, line.submission_id, line.sheet, line.cell
from mart.results_in($years, $days, $kept, $units) as line
inner join mart.unit as unit on unit.unit_code = line.unit_code
inner join mart.indicator as indicator on indicator.indicator_code = line.indicator_code
inner join mart.breakdown as part on part.code = line.breakdown
left join mart.component as component on component.component_code = indicator.component_code
left join mart.target as target
    on target.plan_year = line.plan_year and target.unit_code = line.unit_code and target.indicator_code = line.indicator_code and target.breakdown = line.breakdown
    and target.from_on <= line.moment_on and target.to_on > line.moment_on and target.basis = line.plan_basis
order by indicator.position, part.position, line.plan_year, line.moment_on, unit.position
