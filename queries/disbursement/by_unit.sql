-- Planned and spent money of each unit on a day, and how far it lags behind the rate of all rows.
-- One row per: unit with a plan or expected that year, reported or not
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: unit_code, unit_name, short_name, kind, reported_on, state, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, is_behind
-- Key:   unit_code
with line as (
    select *
    from mart.money
    where
        plan_year = $plan_year
        and from_on <= $on
        and to_on > $on
        and unit_code in (select unnest($units))
        and ($unit is null or unit_code = $unit)
        and ($component is null or $component in (component_code, project_code))
        and ($source is null or fund_source = $source)
        and ($capital_type is null or capital_type = $capital_type)
        and ($carried_over is null or is_carried_over = $carried_over)
),
reported as (
    select unit_code, max(cut_off_on) as reported_on, max_by(submission_id, cut_off_on) as submission_id
    from mart.cut_off
    where plan_year = $plan_year and cut_off_on <= $on
    group by unit_code
),
summed as (
    select
        unit_code,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from line
    group by unit_code
),
overall as (
    select sum(disbursed_vnd) / nullif(sum(compared_planned_vnd), 0) as share from summed
)
select
    unit.unit_code,
    unit.unit_name,
    unit.short_name,
    unit.kind,
    reported.reported_on,
    submission.state,
    planned_vnd,
    disbursed_vnd,
    compared_planned_vnd,
    coalesce(planned_vnd - coalesce(compared_planned_vnd, 0), 0) as unreported_planned_vnd,
    compared_planned_vnd - disbursed_vnd as remaining_vnd,
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share,
    disbursed_vnd / nullif(planned_vnd, 0) as lower_share,
    coalesce(disbursed_share < overall.share - (select behind_points from mart.about), false) as is_behind
from mart.unit_year as year
inner join mart.unit as unit using (unit_code)
left join reported using (unit_code)
left join mart.submission as submission using (submission_id)
left join summed using (unit_code)
cross join overall
where
    year.plan_year = $plan_year
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
order by disbursed_share desc nulls last, unit.position
