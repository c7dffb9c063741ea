-- The visits of a plan year, or of all, up to a day: who was monitored how, what was found, and whether the monitoring report went out in time.
-- One row per: visit begun by that day
-- Takes: plan_year, today, unit, units
-- Gives: visit_id, plan_year, visit_round, unit_code, unit_short_name, visit_mode, team, starts_on, ends_on, report_due_on, report_sent_on, report_standing, finding_count, waiting_count, amount_vnd, note, is_entered
-- Key:   visit_id
-- Behind: findings visit=visit_id unit=
with found as (
    select visit_id, count(*)::bigint as finding_count, count_if(is_waiting)::bigint as waiting_count, sum(amount_vnd)::bigint as amount_vnd
    from mart.recommendation_at($today, $units, null, null)
    group by visit_id
)
select
    visit.visit_id,
    visit.plan_year,
    visit.visit_round,
    visit.unit_code,
    visit.unit_short_name,
    visit.visit_mode,
    visit.team,
    visit.starts_on,
    visit.ends_on,
    visit.report_due_on,
    case when visit.report_sent_on <= $today then visit.report_sent_on end as report_sent_on,
    case
        when visit.report_sent_on <= least($today, visit.report_due_on) then 'in_time'
        when visit.report_sent_on <= $today then 'late'
        when visit.report_due_on < $today then 'overdue'
        when visit.ends_on <= $today then 'waiting'
        else 'under_way'
    end as report_standing,
    coalesce(found.finding_count, 0) as finding_count,
    coalesce(found.waiting_count, 0) as waiting_count,
    found.amount_vnd,
    visit.note,
    visit.is_entered
from mart.visit as visit
left join found using (visit_id)
where
    ($plan_year is null or visit.plan_year = $plan_year)
    and visit.starts_on <= $today
    and visit.unit_code in (select unnest($units))
    and ($unit is null or visit.unit_code = $unit)
order by visit.starts_on desc, visit.visit_id
