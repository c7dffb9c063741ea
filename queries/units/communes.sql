-- What a unit's report in force says of its communes ("trong đó" of its own lines; never added to them), this year's capital.
-- One row per: unit × commune × component
-- Takes: plan_year, on, component, source, capital_type, unit, units
-- Gives: unit_code, commune_code, commune_name, component_code, component_short_name, reported_on, planned_vnd, disbursed_vnd, disbursed_share
-- Key:   unit_code, commune_code, component_code
-- Behind: communes commune=commune_code
with line as (
    select
        source.unit_code,
        source.commune_code,
        source.component_code,
        max(force.from_on) as reported_on,
        coalesce(
            max(source.amount_vnd) filter (where source.field = 'adjusted_vnd'), max(source.amount_vnd) filter (where source.field = 'assigned_vnd')
        ) as planned_vnd,
        max(source.amount_vnd) filter (where source.field = 'disbursed_vnd') as disbursed_vnd
    from mart.source as source
    inner join mart.in_force as force on force.submission_id = source.submission_id and force.form = source.form
    inner join mart.component as component on component.component_code = source.component_code
    where
        source.line_kind = 'commune'
        and source.plan_year = $plan_year
        and source.capital_year = source.plan_year
        and force.from_on <= $on
        and force.to_on > $on
        and source.unit_code in (select unnest($units))
        and ($unit is null or source.unit_code = $unit)
        and ($component is null or $component in (source.component_code, component.project_code))
        and ($source is null or source.fund_source = $source)
        and ($capital_type is null or source.capital_type = $capital_type)
    group by source.unit_code, source.commune_code, source.component_code, source.fund_source, source.capital_type
),
summed as (
    select
        unit_code,
        commune_code,
        component_code,
        max(reported_on) as reported_on,
        sum(planned_vnd)::bigint as planned_vnd,
        sum(disbursed_vnd)::bigint as disbursed_vnd,
        (sum(planned_vnd) filter (where disbursed_vnd is not null))::bigint as compared_planned_vnd,
        (sum(disbursed_vnd) filter (where planned_vnd is not null))::bigint as compared_vnd
    from line
    group by unit_code, commune_code, component_code
)
select
    unit_code,
    summed.commune_code,
    coalesce(commune.commune_name, summed.commune_code) as commune_name,
    component_code,
    component.short_name as component_short_name,
    reported_on,
    planned_vnd,
    disbursed_vnd,
    compared_vnd / nullif(compared_planned_vnd, 0) as disbursed_share
from summed
inner join mart.unit as unit using (unit_code)
inner join mart.component as component using (component_code)
left join mart.commune as commune -- a code may come back with another meaning
    on commune.commune_code = summed.commune_code
    and coalesce(commune.valid_from, date '0001-01-01') <= $on
    and coalesce(commune.valid_to, date '9999-12-31') > $on
order by unit.position, commune_name collate vi, summed.commune_code, component.position
