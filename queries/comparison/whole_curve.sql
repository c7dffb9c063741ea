-- The province's rate at each cut-off without any unit's detail; no row when the viewer may not see it, or could work out a unit from it.
-- One row per: cut-off present in the data, up to a day (none when withheld)
-- Takes: plan_year, on, component, source, capital_type, benchmarks, units
-- Gives: cut_off_on, planned_vnd, disbursed_vnd, disbursed_share
-- Key:   cut_off_on
-- Behind: nothing, because the whole without any unit's detail must not be taken apart
with point as (
    select distinct cut_off_on from mart.cut_off where plan_year = $plan_year and cut_off_on <= $on
),
summed as (
    select cut_off_on, unnest(mart.rate(planned_vnd, disbursed_vnd))
    from point
    cross join mart.line_at($plan_year, cut_off_on, mart.every_unit(), null, $component, $source, $capital_type, false)
    group by cut_off_on
)
select cut_off_on, planned_vnd, disbursed_vnd, disbursed_share
from point
left join summed using (cut_off_on)
where $benchmarks and (select count(*) not in (1, 2) from mart.unit_year where plan_year = $plan_year and unit_code not in (select unnest($units)))
order by cut_off_on
