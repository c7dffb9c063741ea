-- Planned and spent money of each project on a day.
-- One row per: project, run in the province or not
-- Takes: plan_year, on, component, source, capital_type, unit, carried_over, units
-- Gives: project_code, official_name, short_name, is_run, lead_name, unit_count, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, is_behind
-- Key:   project_code
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
summed as (
    select
        project_code,
        count(distinct unit_code) as unit_count,
        sum(planned_vnd)::bigint as planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd
    from line
    group by project_code
),
overall as (
    select sum(disbursed_vnd) / nullif(sum(compared_planned_vnd), 0) as share from summed
)
select
    project.project_code,
    project.official_name,
    project.short_name,
    project.is_run,
    project.lead_name,
    coalesce(unit_count, 0) as unit_count,
    planned_vnd,
    disbursed_vnd,
    compared_planned_vnd,
    coalesce(planned_vnd - coalesce(compared_planned_vnd, 0), 0) as unreported_planned_vnd,
    compared_planned_vnd - disbursed_vnd as remaining_vnd,
    disbursed_vnd / nullif(compared_planned_vnd, 0) as disbursed_share,
    disbursed_vnd / nullif(planned_vnd, 0) as lower_share,
    coalesce(disbursed_share < overall.share - (select behind_points from mart.about), false) as is_behind
from mart.project as project
left join summed using (project_code)
cross join overall
where
    $component is null
    or $component = project.project_code
    or $component in (select component_code from mart.component as leaf where leaf.project_code = project.project_code)
order by project.position
