-- The year's plan of monitoring: which units on site, which through their reports, and what is done of it by a day.
-- One row per: unit of the plan, or visited without it
-- Takes: plan_year, today, unit, units
-- Gives: unit_code, unit_short_name, planned_mode, reason, chosen_by, visit_count, done_on, is_done, report_standing
-- Key:   unit_code
-- Behind: nothing, because each row is itself what was entered or sent
with planned as (
    select unit_code, visit_mode as planned_mode, reason, changed_by as chosen_by
    from mart.visit_choice
    where plan_year = $plan_year
),
visited as (
    select
        visit.unit_code,
        count(*)::bigint as visit_count,
        min(visit.ends_on) filter (where planned.planned_mode is null or planned.planned_mode = visit.visit_mode) as done_on,
        case
            when count_if(visit.report_due_on < $today and (visit.report_sent_on is null or visit.report_sent_on > $today)) > 0 then 'overdue'
            when count_if(visit.report_sent_on > visit.report_due_on and visit.report_sent_on <= $today) > 0 then 'late'
            when count_if(visit.report_sent_on is null or visit.report_sent_on > $today) > 0 then 'waiting'
            else 'in_time'
        end as report_standing
    from mart.visit as visit
    left join planned using (unit_code)
    where visit.plan_year = $plan_year and visit.ends_on <= $today
    group by visit.unit_code
)
select
    unit.unit_code,
    unit.short_name as unit_short_name,
    planned.planned_mode,
    planned.reason,
    planned.chosen_by,
    coalesce(visited.visit_count, 0) as visit_count,
    visited.done_on,
    planned.planned_mode is not null and visited.done_on is not null as is_done,
    visited.report_standing
from mart.unit as unit
left join planned using (unit_code)
left join visited using (unit_code)
where
    (planned.unit_code is not null or visited.unit_code is not null)
    and unit.unit_code in (select unnest($units))
    and ($unit is null or unit.unit_code = $unit)
order by planned.planned_mode = 'onsite' desc nulls last, planned.planned_mode nulls last, unit.position
