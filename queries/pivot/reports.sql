-- Reports by any dimensions, as they stand on a day; every total at its own level.
-- One row per: cell: rows named so deep × columns named so deep
-- Takes: years, days, rows, columns, kept, apart, units
-- Gives: row_depth, row_1, row_2, row_3, column_depth, column_1, column_2, expected_count, received_count, received_share, pending_count, late_count, overdue_count, due_count, on_time_count, on_time_share, returned_count, superseded_count
-- Key:   row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
-- Behind: nothing, because the page leads from each cell to its reports (pivot/reports_lines)
select
    place.*,
    unnest(mart.report_rate(is_expected, is_due, is_pending, late_day_count, overdue_day_count)),
    sum(returned_count)::bigint as returned_count,
    sum(superseded_count)::bigint as superseded_count
from mart.reports_in($years, $days, $kept, $units), lateral (from mart.place(axes, $rows, $columns, $apart)) as place
group by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
order by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
