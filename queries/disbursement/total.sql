-- Planned and spent money on a day: this year's capital, and beside it what was carried over.
-- One row per: this year's capital, and carried-over capital (always both)
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: is_carried_over, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, unit_basis_vnd, unplanned_disbursed_vnd
-- Key:   is_carried_over
-- Behind: money
with line as (
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, null)
)
select
    is_carried_over,
    unnest(mart.rate(planned_vnd, disbursed_vnd)),
    coalesce(sum(planned_vnd) filter (where plan_basis = 'unit'), 0)::bigint as unit_basis_vnd,
    coalesce(sum(disbursed_vnd) filter (where planned_vnd is null), 0)::bigint as unplanned_disbursed_vnd
from (values (false), (true)) as kind (is_carried_over)
left join line using (is_carried_over)
group by is_carried_over
order by is_carried_over
