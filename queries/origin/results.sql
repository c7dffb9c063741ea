-- The cells that a target, a result or its attainment is made of: a unit's own, what was published, or those of the units that add up to the whole.
-- One row per: cell (or target set by the office, without one) × way it enters; `base` terms are the start of a reduction, `target` what it is measured by, `mean` weighed by denominators
-- Takes: figure, plan_year, on, unit, indicator, breakdown, benchmarks, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, unit_code, submission_id, sheet, cell
-- Behind: nothing, because it is what stands behind
with at_day as (
    select level.* exclude (base_numerator, base_denominator), level.value_kind as value, concat_ws(', ', indicator.short_name, part.name) as short_name, indicator.result_from
    from mart.levels_at($plan_year, $on) as level
    inner join mart.indicator as indicator using (indicator_code)
    left join mart.breakdown as part on part.code = level.breakdown and part.position > (select min(position) from mart.breakdown)
    where level.indicator_code = $indicator and level.breakdown = coalesce($breakdown, (select code from mart.breakdown order by position limit 1))
),
asked as (
    select *, unit_code in (select unit_code from mart.province) as is_whole from at_day
    where unit_code = coalesce($unit, (select unit_code from mart.province)) and (unit_code in (select unnest($units)) or $benchmarks)
),
told as (
    select l.*, r.result, r.numerator as counted, r.denominator as of_all, r.base, r.base_numerator, r.base_denominator, r.estimated as ahead, r.row as sheet_row
    from at_day as l
    left join mart.result as r on (r.submission_id, r.sheet, r.cell, r.indicator_code, r.breakdown) = (l.submission_id, l.sheet, l.cell, l.indicator_code, l.breakdown)
),
own as (select told.*, told.is_added as is_known from told cross join asked where asked.is_whole and told.unit_code in (select unnest($units))),
adding as (
    select told.*, true as is_known, false as is_weight from told inner join asked using (unit_code) where not asked.is_whole or asked.is_published
    union all by name
    select own.*, asked.plan_basis = 'units' and own.value = 'ratio' and own.planned is not null as is_weight from own cross join asked where not asked.is_published
),
entering as (
    select
        adding.*, field, said,
        case
            when $figure in ('numerator', 'denominator', 'estimated') then if(field = $figure, 'plus', null)
            when $figure = 'base_level' then
                case when base_denominator > 0 and value = 'ratio' then case field when 'base_numerator' then 'plus' when 'base_denominator' then 'over' end when field = 'base' then 'plus' end
            when $figure = 'planned' then if(field = 'denominator' and is_weight, 'weight', null)
            when $figure not in ('level', 'achieved', 'attainment_share') then null
            when field in ('result', 'numerator', 'denominator') then
                case when of_all > 0 and value = 'ratio' then case field when 'numerator' then 'plus' when 'denominator' then 'over' end when field = 'result' then 'plus' end
            when measure = 'reduction' and $figure in ('achieved', 'attainment_share') then
                case when base_denominator > 0 and value = 'ratio' then case field when 'base_numerator' then 'base' when 'base_denominator' then 'base_over' end when field = 'base' then 'base' end
        end as term
    from adding, (values
        ('result', result), ('numerator', counted), ('denominator', of_all), ('base', base), ('base_numerator', base_numerator),
        ('base_denominator', base_denominator), ('estimated', ahead)
    ) as one (field, said)
    where (is_known or $figure = 'estimated') and said is not null and result_from = 'form'
),
target as (
    select
        o.unit_code, o.short_name, o.planned, t.submission_id, t.sheet, t.cell,
        case when asked.plan_basis = 'units' and o.value = 'ratio' then 'mean' when $figure in ('planned', 'unreported_planned') then 'plus' else 'target' end as term
    from asked
    inner join (select unit_code, short_name, planned, plan_basis, value, true as is_known from asked union all select unit_code, short_name, planned, plan_basis, value, is_known from own) as o
        on if(asked.plan_basis = 'units' or $figure = 'unreported_planned', o.unit_code <> asked.unit_code, o.unit_code = asked.unit_code)
        and case when $figure = 'unreported_planned' then not o.is_known when asked.reported_count = 0 then true else o.is_known end
    left join mart.target as t on t.plan_year = $plan_year and t.from_on <= $on and t.to_on > $on and t.unit_code = o.unit_code and t.indicator_code = $indicator
        and t.breakdown = asked.breakdown and o.plan_basis in ('decision', 'unit')
    where o.planned is not null and $figure in ('planned', 'attainment_share', 'unreported_planned')
),
made as (
    select e.term, e.field as part, e.unit_code, e.short_name, e.said as number, e.submission_id, source.sheet, source.cell, source.text
    from entering as e
    inner join mart.source as source on source.submission_id = e.submission_id and source.sheet = e.sheet and source.row = e.sheet_row and source.field = e.field
    where e.term is not null
    union all
    select t.term, 'target', t.unit_code, t.short_name, t.planned, t.submission_id, t.sheet, t.cell, source.text
    from target as t
    left join mart.source as source on source.submission_id = t.submission_id and source.sheet = t.sheet and source.cell = t.cell
)
select
    term, part, unit_code, coalesce(unit.short_name, (select short_name from mart.province)) as unit_short_name, made.short_name as what,
    null::bigint as amount_vnd, number, submission_id, sheet, cell, text, null::varchar as verdict
from made left join mart.unit as unit using (unit_code) order by term in ('over', 'base_over', 'target'), term, abs(number) desc, unit.position
