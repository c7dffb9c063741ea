-- What each unit, and the province as a whole, attained of each indicator at a day, with the submission and the cell it was told in.
-- One row per: unit or province × indicator × breakdown with a target or a result that year
-- Takes: plan_year, on, unit, units, benchmarks
-- Gives: unit_code, unit_short_name, indicator_code, indicator_short_name, component_code, breakdown, breakdown_name, measure_unit, planned, achieved, attainment_share, status, submission_id, sheet, cell, plan_submission, plan_sheet, plan_cell
-- Key:   unit_code, indicator_code, breakdown
-- Behind: nothing, because it is what stands behind
with outside as (
    select count(*) as unit_count
    from mart.unit_year
    where plan_year = $plan_year and unit_code not in (select unnest($units))
)
select
    told.unit_code,
    unit.short_name as unit_short_name,
    told.indicator_code,
    indicator.short_name as indicator_short_name,
    indicator.component_code,
    told.breakdown,
    case when told.breakdown = 'CHUNG' then '' else breakdown.name end as breakdown_name,
    indicator.unit as measure_unit,
    told.planned,
    told.achieved,
    told.attainment_share,
    told.status,
    told.submission_id,
    told.sheet,
    told.cell,
    target.submission_id as plan_submission,
    target.sheet as plan_sheet,
    target.cell as plan_cell
from mart.attainment_at($plan_year, $on) as told
inner join mart.indicator as indicator on indicator.indicator_code = told.indicator_code
inner join mart.breakdown as breakdown on breakdown.code = told.breakdown
left join mart.unit as unit on unit.unit_code = told.unit_code
left join mart.province as province on province.unit_code = told.unit_code
left join mart.target as target
    on target.plan_year = $plan_year and target.from_on <= $on and target.to_on > $on
    and (target.unit_code, target.indicator_code, target.breakdown) = (told.unit_code, told.indicator_code, told.breakdown)
cross join outside
where
    ($unit is null or told.unit_code = $unit)
    and (
        unit.unit_code in (select unnest($units))
        or (province.unit_code is not null and $benchmarks and (outside.unit_count = 0 or outside.unit_count >= 3))
    )
order by province.unit_code is null, unit.position, indicator.position, breakdown.position
