-- The cells of the Treasury's and of the unit's figures that an amount of the reconciliation is made of.
-- One row per: cell × way it enters (plus, minus; input: the figure is not their sum)
-- Takes: figure, plan_year, today, extract_on, unit, component, source, capital_type, capital_year, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, submission_id, sheet, cell
-- Behind: nothing, because it is what stands behind
with line as (
    from mart.treasury_line($plan_year, $today, $units, $unit, $component, $source, $capital_type)
    where extract_on = coalesce($extract_on, (select max(extract_on) from mart.treasury where plan_year = $plan_year and extract_on <= $today))
        and ($capital_year is null or capital_year = $capital_year)
),
entering as (
    select line.*, one.field, one.term
    from line, (values
        ('treasury_vnd', 'treasury_vnd', 'plus'), ('disbursed_vnd', 'disbursed_vnd', 'plus'), ('difference_vnd', 'treasury_vnd', 'plus'), ('difference_vnd', 'disbursed_vnd', 'minus'),
        ('other', 'treasury_vnd', 'input'), ('other', 'disbursed_vnd', 'input')
    ) as one (figure, field, term)
    where one.figure = case when $figure in ('treasury_vnd', 'disbursed_vnd', 'difference_vnd') then $figure else 'other' end
)
select
    term, entering.field as part, entering.unit_code, unit.short_name as unit_short_name,
    concat_ws(', ', component.short_name, fund.short_name, capital.short_name, 'vốn ' || entering.capital_year) as what,
    source.amount_vnd, null::double as number, source.submission_id, source.sheet, source.cell, source.text, entering.verdict
from entering
inner join mart.source as source
    on source.submission_id = if(entering.field = 'treasury_vnd', entering.treasury_submission, entering.report_submission) and source.field = entering.field
    and source.line_kind = 'detail' and source.unit_code = entering.unit_code and source.component_code = entering.component_code
    and source.fund_source = entering.fund_source and source.capital_type = entering.capital_type and source.capital_year = entering.capital_year
inner join mart.unit as unit on unit.unit_code = entering.unit_code
inner join mart.component as component on component.component_code = entering.component_code
inner join mart.fund_source as fund on fund.code = entering.fund_source
inner join mart.capital_type as capital on capital.code = entering.capital_type
order by abs(source.amount_vnd) desc, unit.position, component.position, part
