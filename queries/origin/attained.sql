-- The indicators with a target that a count or a rate of attained ones is made of; each has a chain of its own.
-- One row per: indicator × way it is counted (plus: attained, over: with a target)
-- Takes: figure, plan_year, on, unit, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, unit_code, what
-- Behind: nothing, because it is what stands behind
with held as (
    select a.*, i.short_name, i.position as indicator_position, unit.short_name as unit_short_name
    from mart.attainment_at($plan_year, $on) as a
    inner join mart.indicator as i using (indicator_code)
    inner join mart.unit as unit using (unit_code)
    where a.unit_code in (select unnest($units)) and ($unit is null or a.unit_code = $unit) and a.status <> 'no_target'
        and a.breakdown = (select code from mart.breakdown order by position limit 1)
),
entering as (
    select *, unnest([
        {figure: 'numerator', term: 'plus', is_counted: status in ('reached', 'exceeded')}, {figure: 'denominator', term: 'plus', is_counted: true},
        {figure: 'measured_share', term: 'plus', is_counted: status in ('reached', 'exceeded')}, {figure: 'measured_share', term: 'over', is_counted: true}
    ], recursive := true)
    from held
)
select
    entering.term, 'indicator' as part, entering.unit_code, entering.unit_short_name, entering.short_name as what, null::bigint as amount_vnd, 1::double as number,
    entering.submission_id, entering.sheet, entering.cell, source.text, null::varchar as verdict
from entering
left join mart.source as source on source.submission_id = entering.submission_id and source.sheet = entering.sheet and source.cell = entering.cell
where entering.figure = $figure and entering.is_counted
order by entering.term = 'over', entering.indicator_position
