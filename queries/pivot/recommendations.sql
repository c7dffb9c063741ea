-- Recommendations by any dimensions, as they stand on a day; every total at its own level.
-- One row per: cell: rows named so deep × columns named so deep
-- Takes: years, days, rows, columns, kept, apart, units
-- Gives: row_depth, row_1, row_2, row_3, column_depth, column_1, column_2, finding_count, waiting_count, past_deadline_count, unverified_count, closed_count, judged_count, remedied_in_time_count, remedied_in_time_share, amount_vnd
-- Key:   row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
-- Behind: nothing, because the page leads from each cell to its recommendations (pivot/recommendations_lines)
select
    place.*,
    count(*) as finding_count,
    unnest(mart.recommendation_counts(status, is_waiting, is_overdue, is_judged, is_on_time)),
    sum(amount_vnd)::bigint as amount_vnd
from mart.recommendations_in($years, $days, $kept, $units), lateral (from mart.place(axes, $rows, $columns, $apart)) as place
group by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
order by row_depth, row_1, row_2, row_3, column_depth, column_1, column_2
