-- What a unit's other reports of the year say in the same place: the same field of the same line, whatever its row.
-- One row per: report that stands and says something there
-- Takes: submission, sheet, cell, units
-- Gives: submission_id, round_name, cut_off_on, sheet, cell, text, amount_vnd, more_vnd, is_asked
-- Key:   submission_id, cell
-- Behind: nothing, because it is what stands behind
with asked as (
    select source.*
    from mart.source as source
    inner join mart.submission as sent on sent.submission_id = source.submission_id
    where
        source.submission_id = $submission
        and source.sheet = $sheet
        and source.cell = $cell
        and source.line_kind in ('detail', 'commune')
        and sent.kind = 'own'
        and sent.unit_code in (select unnest($units))
)
select
    source.submission_id,
    report.round_name,
    report.cut_off_on,
    source.sheet,
    source.cell,
    source.text,
    source.amount_vnd,
    source.amount_vnd - lag(source.amount_vnd) over (order by report.cut_off_on, source.submission_id) as more_vnd,
    source.submission_id = $submission as is_asked
from asked
inner join mart.report as report on report.unit_code = asked.unit_code and report.plan_year = asked.plan_year
inner join mart.source as source
    on source.submission_id = report.submission_id
    and (source.form, source.field, source.line_kind) = (asked.form, asked.field, asked.line_kind)
    and source.component_code is not distinct from asked.component_code
    and source.fund_source is not distinct from asked.fund_source
    and source.capital_type is not distinct from asked.capital_type
    and source.capital_year is not distinct from asked.capital_year
    and source.commune_code is not distinct from asked.commune_code
    and source.indicator_code is not distinct from asked.indicator_code
    and source.breakdown is not distinct from asked.breakdown
order by report.cut_off_on, source.submission_id, source.cell
