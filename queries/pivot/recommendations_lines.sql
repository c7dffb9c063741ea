-- The recommendations behind a cell as they stand on a day, each with its part in every figure that adds up, and the cell of its finding.
-- One row per: recommendation
-- Takes: years, days, kept, units
-- Gives: finding_id, plan_year, visit_round, unit_code, unit_short_name, held_by_code, held_by_short_name, kind, project_code, component_code, component_short_name, finding_kind, finding_kind_name, standing, finding, recommendation, found_on, due_on, followed_by, overdue_day_count, finding_count, waiting_count, past_deadline_count, unverified_count, closed_count, judged_count, remedied_in_time_count, remedied_in_time_share, amount_vnd, submission_id, sheet, cell
-- Key:   finding_id
-- Behind: nothing, because it is what stands behind
with place as (
    select submission_id, sheet, row, max(text) filter (field = 'visit_number') as visit_number, max(text) filter (field = 'finding_number') as finding_number,
        max(cell) filter (field = 'finding') as cell
    from mart.source where form = 'findings' group by all
)
select
    line.finding_id, line.plan_year, line.visit_round, line.unit_code, line.unit_short_name, line.held_by_code, line.held_by_short_name,
    line.axes['kind'] as kind, line.project_code, line.component_code, line.component_short_name, line.finding_kind, line.finding_kind_name,
    line.axes['standing'] as standing, line.finding, line.recommendation, line.found_on, line.due_on, line.followed_by, line.overdue_day_count,
    1 as finding_count, unnest(counted.told), line.amount_vnd, line.submission_id, place.sheet, place.cell
from mart.recommendations_in($years, $days, $kept, $units) as line,
    lateral (
        select mart.recommendation_counts(status, is_waiting, is_overdue, is_judged, is_on_time) as told
        from (select line.status, line.is_waiting, line.is_overdue, line.is_judged, line.is_on_time)
    ) as counted
left join place on place.submission_id = line.submission_id and ends_with(line.finding_id, concat('/', place.visit_number, '/', place.finding_number))
order by line.overdue_day_count desc nulls last, line.due_on nulls last, line.found_on, line.finding_id
