-- The cells that an amount or a rate of money is made of: what they are of which line, and how they enter the figure.
-- One row per: cell × way it enters (plus, minus, over: below the line of a fraction; input: the figure is not their sum)
-- Takes: figure, plan_year, on, unit, component, source, capital_type, capital_year, carried_over, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, submission_id, sheet, cell
-- Behind: nothing, because it is what stands behind
with line as (
    select *, least(allocated_vnd, planned_vnd) as within_vnd, planned_vnd is not null as has_plan, disbursed_vnd is not null as has_result
    from mart.line_at($plan_year, $on, $units, $unit, $component, $source, $capital_type, $carried_over)
    where $capital_year is null or capital_year = $capital_year
),
recipe (figure, part, term, has_plan, has_result) as ( -- mart.rate, cell by cell; NULL asks for nothing
    values
    ('planned_vnd', 'planned', 'plus', null, null), ('disbursed_vnd', 'disbursed', 'plus', true, null),
    ('compared_planned_vnd', 'planned', 'plus', null, true), ('unreported_planned_vnd', 'planned', 'plus', null, false),
    ('remaining_vnd', 'planned', 'plus', null, true), ('remaining_vnd', 'disbursed', 'minus', true, null),
    ('disbursed_share', 'disbursed', 'plus', true, null), ('disbursed_share', 'planned', 'over', null, true),
    ('lower_share', 'disbursed', 'plus', true, null), ('lower_share', 'planned', 'over', null, null),
    ('unplanned_disbursed_vnd', 'disbursed', 'plus', false, null), ('assigned_vnd', 'assigned', 'plus', true, null),
    ('allocated_vnd', 'allocated', 'plus', true, null), -- the next three: a measure by which districts are ranked
    ('numerator', 'disbursed', 'plus', true, null), ('denominator', 'planned', 'plus', null, true), ('measured_share', 'disbursed', 'plus', true, null),
    ('measured_share', 'planned', 'over', null, true)
),
entering as (
    select line.*, part, term
    from line inner join recipe on recipe.figure = $figure and coalesce(recipe.has_plan = line.has_plan, true) and coalesce(recipe.has_result = line.has_result, true)
    union all by name -- where the money of a line stands still, step by step: what was reached is the allocation within the plan, or what was spent
    select line.*, part, term
    from line, (values
        ('not_disbursed_vnd', within_vnd > disbursed_vnd, 'plus', if(allocated_vnd < planned_vnd, 'allocated', 'planned')),
        ('not_disbursed_vnd', within_vnd > disbursed_vnd, 'minus', 'disbursed'),
        ('not_allocated_vnd', planned_vnd > greatest(within_vnd, disbursed_vnd) and has_result and allocated_vnd is not null, 'plus', 'planned'),
        ('not_allocated_vnd', planned_vnd > greatest(within_vnd, disbursed_vnd) and has_result and allocated_vnd is not null, 'minus', if(within_vnd >= disbursed_vnd, 'allocated', 'disbursed')),
        ('unit_basis_vnd', plan_basis = 'unit', 'plus', 'planned'),
        ('unknown_vnd', has_plan and (allocated_vnd is null or not has_result), 'plus', 'planned'),
        ('unknown_vnd', has_plan and (allocated_vnd is null or not has_result), 'minus', 'disbursed')
    ) as step (figure, enters, term, part) where step.figure = $figure and step.enters
    union all by name -- computed otherwise: what the computation begins with
    select line.*, part, 'input' as term from line, (values ('planned'), ('disbursed')) as one (part)
    where $figure not in (select figure from recipe) and $figure not in ('unit_basis_vnd', 'not_disbursed_vnd', 'not_allocated_vnd', 'unknown_vnd')
),
verdict as (
    select unit_code, component_code, fund_source, capital_type, capital_year, verdict
    from mart.treasury_line($plan_year, $on, $units, $unit, $component, $source, $capital_type)
    qualify extract_on = max(extract_on) over ()
)
select
    entering.term, entering.part, entering.unit_code, unit.short_name as unit_short_name,
    concat_ws(', ', component.short_name, fund.short_name, capital.short_name, 'vốn ' || entering.capital_year) as what,
    cell.amount_vnd, null::double as number, cell.submission_id, cell.sheet, cell.cell, cell.text, verdict.verdict
from entering
left join verdict using (unit_code, component_code, fund_source, capital_type, capital_year)
inner join mart.money_cell_at($plan_year, $on, $units) as cell using (unit_code, component_code, fund_source, capital_type, capital_year, part)
inner join mart.unit as unit on unit.unit_code = entering.unit_code
inner join mart.component as component on component.component_code = entering.component_code
inner join mart.fund_source as fund on fund.code = entering.fund_source
inner join mart.capital_type as capital on capital.code = entering.capital_type
order by term = 'over', abs(cell.amount_vnd) desc, unit.position, component.position, cell.cell
