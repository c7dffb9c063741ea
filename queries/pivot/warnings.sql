-- What the rules warn of, by any dimensions; every total at its own level.
-- One row per: cell: rows named so deep × columns named so deep
-- Takes: years, days, rows, columns, kept, apart, units, benchmarks
-- Gives: row_depth, row_1, row_2, row_3, column_depth, column_1, column_2, warning_count, in_force_count
-- Key:   row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
-- Behind: nothing, because the page leads from each cell to its warnings and their cells (pivot/warnings_lines)
select
    row_depth,
    mart.code_at(axes, $rows, 1, row_depth) as row_1,
    mart.code_at(axes, $rows, 2, row_depth) as row_2,
    mart.code_at(axes, $rows, 3, row_depth) as row_3,
    column_depth,
    mart.code_at(axes, $columns, 1, column_depth) as column_1,
    mart.code_at(axes, $columns, 2, column_depth) as column_2,
    count(*) as warning_count,
    count(*) filter (where is_in_force) as in_force_count
from mart.warnings_in($years, $days, $kept, $units, $benchmarks), mart.level($rows, $columns, $apart)
group by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
order by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
