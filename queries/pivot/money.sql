-- Money by any dimensions; every total at its own level.
-- One row per: cell: rows named so deep × columns named so deep
-- Takes: years, days, rows, columns, kept, apart, units
-- Gives: row_depth, row_1, row_2, row_3, column_depth, column_1, column_2, planned_vnd, disbursed_vnd, compared_planned_vnd, unreported_planned_vnd, remaining_vnd, disbursed_share, lower_share, assigned_vnd, allocated_vnd, unplanned_disbursed_vnd, unit_count, line_count
-- Key:   row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
-- Behind: nothing, because the page leads from each cell to its lines and their cells (pivot/money_lines)
select
    place.*,
    unnest(mart.rate(planned_vnd, disbursed_vnd)),
    (sum(assigned_vnd) filter (where planned_vnd is not null))::bigint as assigned_vnd,
    (sum(allocated_vnd) filter (where planned_vnd is not null))::bigint as allocated_vnd,
    (sum(disbursed_vnd) filter (where planned_vnd is null))::bigint as unplanned_disbursed_vnd,
    count(distinct unit_code) as unit_count,
    count(*) as line_count
from mart.money_in($years, $days, $kept, $units), lateral (from mart.place(axes, $rows, $columns, $apart)) as place
group by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
order by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
