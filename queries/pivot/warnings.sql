-- What the rules warn of, by any dimensions; every total at its own level.
-- One row per: cell: rows named so deep × columns named so deep
-- Takes: years, days, rows, columns, kept, apart, units, benchmarks
-- Gives: row_depth, row_1, row_2, row_3, column_depth, column_1, column_2, warning_count, in_force_count
-- Key:   row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
-- Behind: nothing, because the page leads from each cell to its warnings and their cells (pivot/warnings_lines)
select
    place.*,
    count(*) as warning_count,
    count(*) filter (where is_in_force) as in_force_count
from mart.warnings_in($years, $days, $kept, $units, $benchmarks), lateral (from mart.place(axes, $rows, $columns, $apart)) as place
group by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
order by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
