-- Money each district had spent at each of its own cut-offs, by the rule of a day.
-- One row per: district x cut-off to which it reported figures, up to a day
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: unit_code, unit_short_name, cut_off_on, planned_vnd, disbursed_vnd, disbursed_share
-- Key:   unit_code, cut_off_on
-- Behind: money on=cut_off_on carried_over=false
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
    select unit_code, cut_off_on, unnest(mart.rate(planned_vnd, disbursed_vnd))
    from point
    inner join mart.line($units, $unit, $component, $source, $capital_type, false) using (unit_code)
    where plan_year = $plan_year and from_on <= cut_off_on and to_on > cut_off_on
    group by unit_code, cut_off_on
)
select unit_code, unit_short_name, cut_off_on, planned_vnd, disbursed_vnd, disbursed_share
from point
left join summed using (unit_code, cut_off_on)
order by position, cut_off_on
