-- What units told of obstacles, by any dimensions; every total at its own level.
-- One row per: cell: rows named so deep × columns named so deep
-- Takes: years, days, rows, columns, kept, apart, units
-- Gives: row_depth, row_1, row_2, row_3, column_depth, column_1, column_2, held_up_vnd, obstacle_count, unnamed_count
-- Key:   row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
-- Behind: nothing, because the page leads from each cell to its lines and their cells (pivot/obstacles_lines)
select
    place.*,
    sum(held_up_vnd)::bigint as held_up_vnd,
    count(*) as obstacle_count,
    count(*) filter (where held_up_vnd is null) as unnamed_count
from mart.obstacles_in($years, $days, $kept, $units), lateral (from mart.place(axes, $rows, $columns, $apart)) as place
group by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
order by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
