-- The cells of communes' rows inside districts' reports that an amount or a rate of a commune is made of.
-- One row per: cell × way it enters (plus, over: below the line of a fraction)
-- Takes: figure, plan_year, on, unit, commune, component, source, capital_type, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, submission_id, sheet, cell
-- Behind: nothing, because it is what stands behind
with known as (
    select source.*, row_number() over (
        partition by source.unit_code, commune_code, component_code, fund_source, capital_type, field <> 'disbursed_vnd' order by field = 'adjusted_vnd' desc
    ) as place
    from mart.source as source
    inner join mart.in_force as force on force.submission_id = source.submission_id and force.form = source.form and force.from_on <= $on and force.to_on > $on
    where
        source.line_kind = 'commune' and source.plan_year = $plan_year and source.capital_year = source.plan_year and source.unit_code in (select unnest($units))
        and source.field in ('assigned_vnd', 'adjusted_vnd', 'disbursed_vnd') and source.amount_vnd is not null
        and ($unit is null or source.unit_code = $unit) and ($commune is null or source.commune_code = $commune)
        and ($source is null or source.fund_source = $source) and ($capital_type is null or source.capital_type = $capital_type)
),
cell as (
    select known.*, if(field = 'disbursed_vnd', 'disbursed', 'planned') as part, component.short_name, component.position,
        count(*) over (partition by known.unit_code, commune_code, known.component_code, fund_source, capital_type) as known_count
    from known inner join mart.component as component using (component_code)
    where place = 1 and ($component is null or $component in (component_code, component.project_code))
),
entering as (
    select cell.*, recipe.term
    from cell, (values ('planned_vnd', 'planned', 'plus', 1), ('disbursed_vnd', 'disbursed', 'plus', 1), ('disbursed_share', 'disbursed', 'plus', 2), ('disbursed_share', 'planned', 'over', 2))
        as recipe (figure, part, term, least_count)
    where recipe.figure = $figure and recipe.part = cell.part and known_count >= least_count
)
select
    term, part, unit_code, unit.short_name as unit_short_name, concat_ws(', ', entering.short_name, fund.short_name, capital.short_name, 'vốn ' || capital_year) as what,
    amount_vnd, null::double as number, submission_id, sheet, cell, text, null::varchar as verdict
from entering
inner join mart.unit as unit using (unit_code)
inner join mart.fund_source as fund on fund.code = entering.fund_source
inner join mart.capital_type as capital on capital.code = entering.capital_type
order by term = 'over', amount_vnd desc, entering.position
