-- Two sources beside each other, line by line; their amounts are never added together (docs/decisions.md, "Đối chiếu").

create table mart.agreement as select * from stg.agreement;
create table mart.treasury as
select t.* exclude (entry), c.project_code from stg.treasury t join stg.component c on c.component_code = t.component_code
order by t.plan_year, extract_on, unit_code, t.component_code, fund_source, capital_type, capital_year;
create table mart.synthesis as
select s.*, c.project_code from stg.synthesis s join stg.component c on c.component_code = s.component_code;

-- What each report says of the unit's plan, from its cut-off until the next one's; and what the decisions say, from the day they take effect.
create table mart.unit_plan as
select p.* exclude (form, assigned_vnd, adjusted_vnd, allocated_vnd), c.project_code, coalesce(adjusted_vnd, assigned_vnd) as planned_vnd
from stg.plan_by_unit p join stg.component c on c.component_code = p.component_code
where coalesce(adjusted_vnd, assigned_vnd) is not null;
create table mart.decided_plan as
select p.* exclude (assigned_vnd, adjusted_vnd), c.project_code, coalesce(adjusted_vnd, assigned_vnd) as decided_vnd
from stg.plan_by_decision p join stg.component c on c.component_code = p.component_code;
-- Reports that tell the unit's plan: one row per report.
create table mart.plan_report as
select distinct p.plan_year, p.unit_code, p.from_on, p.to_on, p.submission_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on
from mart.unit_plan p join stg.submission s on s.submission_id = p.submission_id;

create table mart.explanation as
select e.*, r.name as reason_name from stg.explanation e left join stg.difference_reason r on r.code = e.reason_code;
create table mart.difference_reason as select * from stg.difference_reason;

-- Whether two amounts say the same, a missing one counting as nothing: within the office's tolerance.
create macro mart.agree(one, other) as
abs(coalesce(one, 0) - coalesce(other, 0)) <= (
    select greatest(difference_vnd, difference_share * greatest(abs(coalesce(one, 0)), abs(coalesce(other, 0)))) from mart.agreement
);

-- What the Treasury's amount at a day says beside the unit's: in force at that day since `reported_on`, and in its next report.
-- A difference is one of timing when the Treasury's amount lies between two reports of the unit, neither of them of the same day.
create macro mart.treasury_verdict(paid, reported, next_reported, extract_on, reported_on, next_on) as
case
    when mart.agree(paid, reported) then 'equal'
    when paid > coalesce(reported, 0) and reported_on is distinct from extract_on and next_on is not null
        and (paid <= coalesce(next_reported, 0) or mart.agree(paid, next_reported)) then 'timing'
    when paid > coalesce(reported, 0) and reported_on < extract_on and next_on is null then 'timing_likely'
    when reported is null then 'only_treasury'
    when paid is null then 'only_unit'
    else 'real'
end;

-- What of a difference time cannot explain: where the Treasury has more, what is above the unit's next report.
create macro mart.beyond_time(paid, reported, next_reported, extract_on, reported_on) as
case
    when paid > coalesce(reported, 0) and reported_on is distinct from extract_on then paid - coalesce(next_reported, reported, 0)
    else abs(coalesce(paid, 0) - coalesce(reported, 0))
end;

-- How a verdict weighs: what must be looked into goes before what time explains.
create macro mart.weight(verdict) as
case when verdict in ('real', 'only_treasury', 'only_unit', 'only_decision') then 3 when verdict in ('timing', 'timing_likely') then 2 else 1 end;

-- How many days something has been known; none before it was.
create macro mart.age(received_on, asked_on) as
case when received_on > asked_on then 0 else date_diff('day', received_on, asked_on) end;

-- Every line of the units that an extract of the Treasury lists, for each extract up to a day, beside what the unit reported by that day.
create macro mart.treasury_line(asked_year, asked_on, units, only_unit, only_component, only_source, only_type) as table
with listed as (
    select distinct extract_on, unit_code from mart.treasury
    where plan_year = asked_year and extract_on <= asked_on and unit_code in (select unnest(units)) and (only_unit is null or unit_code = only_unit)
),
report as (
    select l.extract_on, l.unit_code, max(c.cut_off_on) filter (c.cut_off_on <= l.extract_on) as reported_on,
        min(c.cut_off_on) filter (c.cut_off_on > l.extract_on) as next_on
    from listed l
    left join mart.cut_off c on c.unit_code = l.unit_code and c.plan_year = asked_year and c.cut_off_on <= asked_on
    group by all
),
own as (
    select r.extract_on, m.* from report r
    join mart.money m on m.plan_year = asked_year and m.unit_code = r.unit_code and m.from_on <= r.extract_on and m.to_on > r.extract_on
    where m.disbursed_vnd is not null
),
later as (
    select r.extract_on, m.* from report r
    join mart.money m on m.plan_year = asked_year and m.unit_code = r.unit_code and m.from_on <= r.next_on and m.to_on > r.next_on
),
beside as (
    select extract_on, unit_code, component_code, project_code, fund_source, capital_type, capital_year,
        t.treasury_vnd, t.treasury_planned_vnd, o.disbursed_vnd, o.planned_vnd, o.report_submission,
        t.submission_id as treasury_submission, t.sheet as treasury_sheet, t.cell as treasury_cell
    from (from mart.treasury where plan_year = asked_year and (extract_on, unit_code) in (select (extract_on, unit_code) from listed)) t
    full join own o using (extract_on, unit_code, component_code, project_code, fund_source, capital_type, capital_year)
),
told as (
    select b.*, r.reported_on, r.next_on, l.disbursed_vnd as next_vnd, coalesce(b.treasury_vnd, 0) - coalesce(b.disbursed_vnd, 0) as difference_vnd,
        mart.treasury_verdict(b.treasury_vnd, b.disbursed_vnd, l.disbursed_vnd, b.extract_on, r.reported_on, r.next_on) as verdict,
        mart.beyond_time(b.treasury_vnd, b.disbursed_vnd, l.disbursed_vnd, b.extract_on, r.reported_on) as beyond_vnd
    from beside b
    join report r using (extract_on, unit_code)
    left join later l using (extract_on, unit_code, component_code, fund_source, capital_type, capital_year)
    where coalesce(b.treasury_vnd, b.disbursed_vnd) is not null
        and (only_component is null or only_component in (b.component_code, b.project_code))
        and (only_source is null or b.fund_source = only_source) and (only_type is null or b.capital_type = only_type)
),
-- how much more the extract before had than time can explain: what is still there is not a matter of time either
before as (
    select *, last_value(
        case when mart.weight(verdict) < 3 and verdict <> 'timing_likely' then 0 when mart.weight(verdict) = 3 then if(difference_vnd > 0, beyond_vnd, 0) end
        ignore nulls
    ) over (
        partition by unit_code, component_code, fund_source, capital_type, capital_year order by extract_on rows between unbounded preceding and 1 preceding
    ) as excess_vnd
    from told
)
select * exclude (excess_vnd) replace (
    case when verdict = 'timing_likely' and excess_vnd > 0 and (difference_vnd > excess_vnd or mart.agree(difference_vnd, excess_vnd))
        then if(disbursed_vnd is null, 'only_treasury', 'real') else verdict end as verdict
)
from before;

-- What each report says of a line's plan beside the decision of its day, and the decision in force at a later day; only where decisions are in the archive.
create macro mart.plan_line(asked_year, asked_on, units, only_unit, only_component, only_source, only_type) as table
with report as (
    from mart.plan_report
    where plan_year = asked_year and from_on <= asked_on and unit_code in (select unnest(units)) and (only_unit is null or unit_code = only_unit)
        and unit_code in (select unit_code from mart.decided_plan where plan_year = asked_year)
),
line as (
    select r.from_on, p.unit_code, p.component_code, p.project_code, p.fund_source, p.capital_type, p.capital_year
    from report r join mart.unit_plan p on p.plan_year = asked_year and p.submission_id = r.submission_id and p.unit_code = r.unit_code
    union
    select r.from_on, d.unit_code, d.component_code, d.project_code, d.fund_source, d.capital_type, d.capital_year
    from report r join mart.decided_plan d on d.plan_year = asked_year and d.unit_code = r.unit_code and d.from_on <= least(r.to_on, asked_on)
)
select
    l.* rename (from_on as reported_on), r.to_on > asked_on as is_in_force, r.received_on, r.submission_id as report_submission, p.planned_vnd,
    was.decided_vnd as decided_then_vnd, now.decided_vnd, now.from_on as decided_on, now.submission_id as decision_submission
from line l
join report r using (from_on, unit_code)
left join mart.unit_plan p on p.plan_year = asked_year and p.submission_id = r.submission_id and p.unit_code = l.unit_code
    and p.component_code = l.component_code and p.fund_source = l.fund_source and p.capital_type = l.capital_type and p.capital_year = l.capital_year
left join mart.decided_plan was on was.plan_year = asked_year and was.unit_code = l.unit_code and was.from_on <= l.from_on and was.to_on > l.from_on
    and was.component_code = l.component_code and was.fund_source = l.fund_source and was.capital_type = l.capital_type and was.capital_year = l.capital_year
left join mart.decided_plan now on now.plan_year = asked_year and now.unit_code = l.unit_code and now.from_on <= asked_on and now.to_on > asked_on
    and now.component_code = l.component_code and now.fund_source = l.fund_source and now.capital_type = l.capital_type and now.capital_year = l.capital_year
where (only_component is null or only_component in (l.component_code, l.project_code))
    and (only_source is null or l.fund_source = only_source) and (only_type is null or l.capital_type = only_type);

-- What a unit's plan says beside the decisions: that of the day of its report, and that in force now.
create macro mart.plan_verdict(planned, decided_then, decided) as
case
    when mart.agree(planned, decided) then 'equal'
    when mart.agree(planned, decided_then) then 'timing'
    when planned is null then 'only_decision'
    when decided is null then 'only_unit'
    else 'real'
end;

-- What a sector synthesis says beside the sum of the units' own reports: with or without what departments hold themselves, whichever fits.
-- Where a district has no report of that very day, time explains the difference.
create macro mart.synthesis_verdict(told, districts, departments, missing_names) as
case
    when mart.agree(told, districts) or mart.agree(told, coalesce(districts, 0) + coalesce(departments, 0)) then 'equal'
    when missing_names is not null then 'timing'
    else 'real'
end;
