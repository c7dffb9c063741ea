-- The tasks that meetings gave, and how each stands at a day. (After the marts it reads: units that follow, who may see what.)
create table mart.conclusion as select * from stg.conclusion order by concluded_on, entered_at, conclusion_id;
create table mart.progress as select * from stg.progress order by conclusion_id, told_on, entered_at, progress_id;

-- The tasks given until a day as they stood then, those of some units: asked, or the unit that followed it. What is not done lies with the unit
-- that follows, what is done stays under the old name (figures.md 18). A task of somebody who is no reporting unit is for those who may see every unit.
-- stage: not_begun, doing, done. Overdue: the last day passed and it is not done.
create macro mart.conclusion_at(today, units, only_unit, only_meeting) as table
with latest as (
    select conclusion_id, arg_max(stage, (told_on, entered_at, progress_id)) as stage, arg_max(note, (told_on, entered_at, progress_id)) as note, max(told_on) as told_on
    from mart.progress where told_on <= today group by conclusion_id
),
known as (
    select
        c.*, reports.unit_code as seen_code, coalesce(l.stage, 'not_begun') as stage, l.told_on, l.note, asked.current_short_name as asked_short_name,
        if(stage = 'done', c.unit_code, f.current_code) as held_by_code, if(stage = 'done', asked.current_short_name, f.current_short_name) as held_by_short_name
    from mart.conclusion c
    left join latest l using (conclusion_id)
    left join mart.unit reports on reports.unit_code = c.unit_code
    left join mart.unit_follows asked on asked.unit_code = c.unit_code and asked.from_on = date '0001-01-01'
    left join mart.unit_follows f on f.unit_code = c.unit_code and f.from_on <= today and f.to_on > today
    where c.concluded_on <= today and (only_meeting is null or c.meeting_code = only_meeting)
)
select
    k.* exclude (seen_code, asked_short_name), coalesce(k.held_by_short_name, k.who, k.unit_code) as held_by_name, coalesce(k.held_by_code <> k.unit_code, false) as has_passed,
    k.stage <> 'done' and k.due_on < today as is_overdue, if(k.stage <> 'done' and k.due_on < today, today - k.due_on, null) as overdue_day_count,
    case when k.stage = 'done' then k.told_on <= k.due_on end as is_on_time
from known k
where
    (mart.is_seen(k.seen_code, units) or k.held_by_code in (select unnest(units)))
    and (only_unit is null or only_unit in (k.unit_code, k.held_by_code));
