-- The cells of a submitted sheet three rows up and down from a cell, as sent.
-- One row per: cell that says something
-- Takes: submission, sheet, cell, units, benchmarks
-- Gives: sheet_row, line_name, cell, header, text, amount_vnd, is_asked_row, is_asked
-- Key:   cell
-- Behind: nothing, because it is what stands behind
with around as (
    select source.*, source.row - try_cast(regexp_extract($cell, '[0-9]+') as bigint) + 1 as distance
    from mart.source as source
    inner join mart.submission as sent on sent.submission_id = source.submission_id
    where
        source.submission_id = $submission
        and source.sheet = $sheet
        and (
            coalesce(source.unit_code, sent.unit_code) in (select unnest($units))
            or ($benchmarks and source.unit_code in (select unit_code from mart.province))
        )
)
select
    around.row + 1 as sheet_row,
    case around.line_kind when 'total' then 'dòng cộng' when 'group' then 'dòng nhóm' else concat_ws(
        ', ', component.short_name, fund.short_name, capital.short_name, around.capital_year::varchar, indicator.short_name,
        case when around.breakdown <> (select code from mart.breakdown order by position limit 1) then breakdown.name end,
        'xã ' || coalesce(commune.commune_name, around.commune_code)
    ) end as line_name,
    around.cell,
    around.header,
    around.text,
    around.amount_vnd,
    around.distance = 0 as is_asked_row,
    around.cell = $cell as is_asked
from around
left join mart.component as component on component.component_code = around.component_code
left join mart.fund_source as fund on fund.code = around.fund_source
left join mart.capital_type as capital on capital.code = around.capital_type
left join mart.indicator as indicator on indicator.indicator_code = around.indicator_code
left join mart.breakdown as breakdown on breakdown.code = around.breakdown
left join (select commune_code, any_value(commune_name) as commune_name from mart.commune group by commune_code) as commune
    on commune.commune_code = around.commune_code
where abs(around.distance) <= 3
order by around.row, length(around.cell), around.cell
