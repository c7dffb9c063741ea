-- How recommendations stand on a day: whose they are, how long overdue, how remedied, whether repeated; the longest overdue first, what is closed last.
-- One row per: recommendation told by that day
-- Takes: today, component, unit, units
-- Gives: finding_id, visit_id, plan_year, visit_round, visit_mode, unit_code, unit_short_name, held_by_code, held_by_short_name, has_passed, found_on, finding_kind, finding_kind_name, finding, legal_reference, component_code, component_short_name, amount_vnd, recommendation, due_on, first_due_on, followed_by, status, remedied_on, closed_on, last_step_on, reopened_count, is_overdue, overdue_day_count, age_day_count, is_on_time, earlier_finding_id, earlier_plan_year, is_entered
-- Key:   finding_id
-- Behind: findings finding=finding_id unit=
select
    finding_id,
    visit_id,
    plan_year,
    visit_round,
    visit_mode,
    unit_code,
    unit_short_name,
    held_by_code,
    held_by_short_name,
    has_passed,
    found_on,
    finding_kind,
    finding_kind_name,
    finding,
    legal_reference,
    component_code,
    component_short_name,
    amount_vnd,
    recommendation,
    due_on,
    first_due_on,
    followed_by,
    status,
    remedied_on,
    closed_on,
    last_step_on,
    reopened_count,
    is_overdue,
    overdue_day_count,
    age_day_count,
    is_on_time,
    earlier_finding_id,
    earlier_plan_year,
    is_entered
from mart.recommendation_at($today, $units, $unit, $component)
order by status = 'closed', overdue_day_count desc nulls last, due_on nulls last, found_on, finding_id
