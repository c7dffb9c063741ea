-- Money each district had spent at each of its own cut-offs, by the rule of a day.
-- One row per: district x cut-off to which it reported figures, up to a day
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: unit_code, unit_short_name, cut_off_on, planned_vnd, disbursed_vnd, disbursed_share
-- Key:   unit_code, cut_off_on
with point as (
    select unit_code, cut_off_on, any_value(unit.short_name) as unit_short_name, any_value(unit.position) as position
    from mart.cut_off
    inner join mart.unit as unit using (unit_code)
    where
        plan_year = $plan_year
        and cut_off_on <= $on
        and unit.kind = 'district'
        and unit_code in (select unnest($units))
        and ($unit is null or unit_code = $unit)
    group by unit_code, cut_off_on
),
summed as (
    select
        point.unit_code,
        cut_off_on,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from point
    inner join mart.money as line on line.unit_code = point.unit_code and line.from_on <= cut_off_on and line.to_on > cut_off_on
    where
        line.plan_year = $plan_year
        and not is_carried_over
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
    group by point.unit_code, cut_off_on
)
select
    unit_code,
    unit_short_name,
    cut_off_on,
    planned_vnd,
    disbursed_vnd,
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share
from point
left join summed using (unit_code, cut_off_on)
order by position, cut_off_on
