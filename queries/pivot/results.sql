-- Targets and results by any dimensions; what units make together follows from their lines at each level.
-- One row per: cell: rows named so deep × columns named so deep; none where indicators, their parts, years or days would come together
-- Takes: years, days, rows, columns, kept, apart, units
-- Gives: row_depth, row_1, row_2, row_3, column_depth, column_1, column_2, planned, achieved, attainment_share, level, numerator, denominator, estimated, unreported_planned
-- Key:   row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
-- Behind: nothing, because the page leads from each cell to its lines and their cells (pivot/results_lines)
with cell as (
    select
        place.*,
        any_value(measure) as measure,
        count(*) = 1 as is_alone, -- one unit: what it told, though it could not be added to others
        any_value({planned: planned, level: level, base_level: base_level, numerator: numerator, denominator: denominator, estimated: estimated}) as own,
        mart.lines_together(
            value_kind, level, base_level, numerator, denominator, base_numerator, base_denominator, planned, estimated, reported_on, is_told, is_told
        ) as of_told,
        mart.lines_together(
            value_kind, level, base_level, numerator, denominator, base_numerator, base_denominator, planned, estimated, reported_on, is_told,
            is_told and planned is not null
        ) as of_both,
        if(mart.needs_target(bool_or(has_whole_target), count(planned) > 0), of_both, of_told) as added
    from mart.results_in($years, $days, $kept, $units), lateral (from mart.place(axes, $rows, $columns, $apart)) as place
    group by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
    having count(distinct (indicator_code, breakdown, plan_year, moment_on)) = 1
)
select
    row_depth, row_1, row_2, row_3, column_depth, column_1, column_2,
    if(is_alone, own.planned, added.planned) as planned,
    mart.achieved(measure, if(is_alone, own.base_level, added.base_level), if(is_alone, own.level, added.level)) as achieved,
    if(is_alone, mart.attainment(achieved, own.planned), mart.attainment(mart.achieved(measure, of_both.base_level, of_both.level), of_both.planned)) as attainment_share,
    if(is_alone, own.level, added.level) as level,
    if(is_alone, own.numerator, added.numerator) as numerator,
    if(is_alone, own.denominator, added.denominator) as denominator,
    if(is_alone, own.estimated, added.estimated) as estimated,
    added.unreported_planned
from cell
order by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
