-- Visits, findings with their recommendations, what was done about them and who confirmed it; and how each recommendation stands at a day.
create table mart.finding_kind as select * from stg.finding_kind;
create table mart.monitoring as select * from stg.monitoring;
create table mart.unit_follows as select * from stg.unit_follows;

-- One row per: visit. The report is due so many working days after it ended; a visit that ends on a day off is counted from the next day.
create table mart.visit as
select
    v.*, u.name as unit_name, u.short_name as unit_short_name, d.day_on as report_due_on
from stg.visit v
cross join stg.monitoring m
join stg.unit u on u.unit_code = v.unit_code
left join stg.day e on e.day_on = v.ends_on
left join stg.day d on d.off_because = '' and d.working_number = e.working_number + m.report_working_days - if(e.off_because = '', 0, 1)
order by v.plan_year, v.starts_on, v.visit_id;

-- One row per: finding and what was recommended for it. It counts from the day its visit ended.
create table mart.finding as
select
    f.* replace (coalesce(f.to_unit_code, v.unit_code) as to_unit_code), v.plan_year, v.visit_round, v.visit_mode, v.unit_code, v.unit_short_name, v.ends_on as found_on,
    k.name as finding_kind_name, c.project_code, c.short_name as component_short_name
from stg.finding f
join mart.visit v on v.visit_id = f.visit_id
left join stg.finding_kind k on k.code = f.finding_kind
left join stg.component c on c.component_code = f.component_code
order by v.plan_year, found_on, f.finding_id;

create table mart.remedy as select * from stg.remedy order by finding_id, remedied_on, remedy_id;
create table mart.verification as select * from stg.verification order by finding_id, verified_on, verification_id;

-- One row per: unit of a year's plan of monitoring.
create table mart.visit_choice as
select plan_year, entry_id, unnest(from_json(body->'$.onsite', '["varchar"]')) as unit_code, 'onsite' as visit_mode, body->>'$.reason' as reason, changed_at, changed_by
from stg.visit_choice
union all by name
select plan_year, entry_id, unnest(from_json(body->'$.by_report', '["varchar"]')) as unit_code, 'report' as visit_mode, body->>'$.reason' as reason, changed_at, changed_by
from stg.visit_choice;

-- Recommendations as they stood at a day, those of some units: visited, addressed, or the unit that followed it. What is not closed lies with the
-- unit that follows; what is closed stays under the old name (figures.md 18). A component may be a project.
-- status: open, remedied (waits to be verified), closed, reopened. Overdue: the deadline passed and no remedy is told. On time: the remedy that
-- was confirmed is not later than the first deadline. Judged: that deadline is over, or it was closed before. Repeated: the same unit, component and
-- kind in an earlier plan year.
create macro mart.recommendation_at(today, units, only_unit, only_component) as table
with happened as (
    select finding_id, remedied_on as happened_on, 0 as step, entered_at, 'remedied' as becomes, null::date as new_due_on from mart.remedy where remedied_on <= today
    union all
    select finding_id, verified_on, 1, entered_at, if(is_remedied, 'closed', 'reopened'), if(is_remedied, null, due_on) from mart.verification where verified_on <= today
),
latest as (
    select
        finding_id, last(becomes order by happened_on, entered_at, step) as status, max(happened_on) filter (becomes = 'remedied') as remedied_on,
        max(happened_on) filter (becomes = 'closed') as closed_on, max(happened_on) as last_step_on, count(*) filter (becomes = 'reopened') as reopened_count,
        arg_max(new_due_on, (happened_on, entered_at)) filter (new_due_on is not null) as new_due_on
    from happened group by finding_id
),
known as (
    select
        f.* exclude (due_on), f.due_on as first_due_on, coalesce(l.new_due_on, f.due_on) as due_on, coalesce(l.status, 'open') as status,
        l.remedied_on, l.last_step_on, if(l.status = 'closed', l.closed_on, null) as closed_on, coalesce(l.reopened_count, 0) as reopened_count,
        own.current_code as follows_code, addressed.current_code as current_code, addressed.current_short_name
    from mart.finding f
    left join latest l using (finding_id)
    join mart.unit_follows own on own.unit_code = f.unit_code and own.from_on <= today and own.to_on > today
    join mart.unit_follows addressed on addressed.unit_code = f.to_unit_code and addressed.from_on <= today and addressed.to_on > today
    where f.found_on <= today
),
before as (
    select k.finding_id, arg_max(e.finding_id, (e.found_on, e.finding_id)) as earlier_finding_id, max_by(e.plan_year, (e.found_on, e.finding_id)) as earlier_plan_year
    from known k
    join known e on e.follows_code = k.follows_code and e.finding_kind = k.finding_kind and e.component_code is not distinct from k.component_code
        and e.plan_year < k.plan_year
    group by k.finding_id
)
select
    k.* exclude (current_code, current_short_name, follows_code),
    if(k.status = 'closed', k.to_unit_code, k.current_code) as held_by_code,
    if(k.status = 'closed', addressed.current_short_name, k.current_short_name) as held_by_short_name,
    k.status <> 'closed' and k.current_code <> k.to_unit_code as has_passed,
    k.status in ('open', 'reopened') as is_waiting,
    k.status in ('open', 'reopened') and coalesce(k.due_on < today, false) as is_overdue,
    case when k.status in ('open', 'reopened') and k.due_on < today then today - k.due_on end as overdue_day_count,
    if(k.status = 'closed', null, today - k.found_on) as age_day_count,
    k.status = 'closed' and coalesce(coalesce(k.remedied_on, k.closed_on) <= k.first_due_on, false) as is_on_time,
    coalesce(k.first_due_on < today, false) or (k.status = 'closed' and k.first_due_on is not null) as is_judged,
    b.earlier_finding_id, b.earlier_plan_year
from known k
join mart.unit_follows addressed on addressed.unit_code = k.to_unit_code and addressed.from_on = date '0001-01-01'
left join before b using (finding_id)
where
    (k.unit_code in (select unnest(units)) or k.to_unit_code in (select unnest(units)) or k.current_code in (select unnest(units)))
    and (only_unit is null or only_unit in (k.unit_code, k.to_unit_code, k.current_code))
    and (only_component is null or only_component in (k.component_code, k.project_code));

-- How many recommendations there are of each standing, and the share of those judged that were remedied in time.
create macro mart.recommendation_counts(status, is_waiting, is_overdue, is_judged, is_on_time) as {
    waiting_count: count_if(is_waiting)::bigint,
    past_deadline_count: count_if(is_overdue)::bigint,
    unverified_count: count_if(status = 'remedied')::bigint,
    closed_count: count_if(status = 'closed')::bigint,
    judged_count: count_if(is_judged)::bigint,
    remedied_in_time_count: count_if(is_on_time)::bigint,
    remedied_in_time_share: count_if(is_on_time) / nullif(count_if(is_judged), 0)
};
