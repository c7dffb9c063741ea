-- The lines on which the Treasury and the unit differ at an extract (none named: the newest up to today), with the cells that say so on both sides.
-- One row per: line that does not agree
-- Takes: plan_year, today, extract_on, unit, component, source, capital_type, units
-- Gives: unit_code, unit_short_name, component_code, component_short_name, fund_source, fund_source_name, capital_type_name, capital_year, verdict, treasury_vnd, disbursed_vnd, difference_vnd, reported_on, next_on, next_vnd, treasury_submission, treasury_place, report_submission, report_place
-- Key:   unit_code, component_code, fund_source, capital_type_name, capital_year
-- Behind: nothing, because each row names its two cells
with line as (
    from mart.treasury_line($plan_year, $today, $units, $unit, $component, $source, $capital_type)
    where
        verdict <> 'equal'
        and extract_on = (
            select coalesce($extract_on, max(extract_on)) from mart.treasury where plan_year = $plan_year and extract_on <= $today
        )
),
place as (
    select submission_id, unit_code, component_code, fund_source, capital_type, capital_year, min(concat_ws('!', sheet, cell)) as report_place
    from mart.source
    where field = 'disbursed_vnd' and line_kind = 'detail' and submission_id in (select report_submission from line)
    group by all
)
select
    line.unit_code, unit.short_name as unit_short_name, line.component_code, component.short_name as component_short_name,
    line.fund_source, source.short_name as fund_source_name, type.short_name as capital_type_name, line.capital_year,
    line.verdict, line.treasury_vnd, line.disbursed_vnd, line.difference_vnd,
    line.reported_on, line.next_on, line.next_vnd,
    line.treasury_submission, nullif(concat_ws('!', line.treasury_sheet, line.treasury_cell), '') as treasury_place,
    place.submission_id as report_submission, place.report_place
from line
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
inner join mart.fund_source as source on source.code = line.fund_source
inner join mart.capital_type as type on type.code = line.capital_type
left join place
    on place.submission_id = line.report_submission and place.unit_code = line.unit_code and place.component_code = line.component_code
    and place.fund_source = line.fund_source and place.capital_type = line.capital_type and place.capital_year = line.capital_year
order by mart.weight(line.verdict) desc, abs(line.difference_vnd) desc, unit.position, component.position, line.fund_source, line.capital_type, line.capital_year
