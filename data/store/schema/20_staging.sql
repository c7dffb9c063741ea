-- Which report speaks for a unit when, and each line's plan, allocation and disbursement as stretches of time (figures.md 1, 3 to 6).
create schema stg;

-- Own reports that feed cumulative figures: no estimate; at one cut-off the final before the preliminary, then the later received.
create view stg.report as
select * from raw.submission
where kind = 'own' and status = 'standing' and state <> 'estimate' and unit_code is not null
qualify row_number() over (partition by unit_code, plan_year, cut_off_on order by state = 'final' desc, entry desc) = 1;

-- One row per: unit × plan year × form × report that speaks for it, from its cut-off until the next one.
-- A report speaks for a form that it holds or that its round asks for: a form left out makes its lines missing.
create view stg.in_force as
select
    r.plan_year, r.unit_code, f.form, r.cut_off_on as from_on,
    lead(r.cut_off_on, 1, date '9999-12-31') over (partition by r.plan_year, r.unit_code, f.form order by r.cut_off_on) as to_on,
    r.submission_id, r.cut_off_on, r.round_code, r.state, r.version, r.received_at
from stg.report r
left join raw.round on round.round_code = r.round_code
cross join (values ('plan'), ('disbursement'), ('obstacles')) f(form)
where list_contains(r.forms, f.form) or list_contains(round.forms, f.form);

-- Cells of amounts that count: details only (no totals, no "trong đó"), sources inside the plan.
create view stg.amount as
select c.* from raw.cell c
join raw.fund_source s on s.code = c.fund_source and s.in_plan
where c.line_kind = 'detail' and c.type = 'money' and c.component_code is not null;

-- The plan by assignment decision: a later decision changes the lines it lists (docs/decisions.md).
create view stg.plan_by_decision as
with listed as (
    select
        c.plan_year, c.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, s.effective_on as from_on, s.submission_id, s.entry,
        max(c.amount_vnd) filter (c.field = 'assigned_vnd') as assigned_vnd, max(c.amount_vnd) filter (c.field = 'adjusted_vnd') as adjusted_vnd
    from stg.amount c
    join raw.submission s on s.submission_id = c.submission_id and s.kind = 'decision' and s.status = 'standing'
    where c.form = 'decision'
    group by all
    having max(c.amount_vnd) is not null
),
latest as (
    from listed
    qualify row_number() over (partition by plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on order by entry desc) = 1
)
select
    * exclude (entry, assigned_vnd),
    last_value(assigned_vnd ignore nulls) over line as assigned_vnd,
    lead(from_on, 1, date '9999-12-31') over line as to_on
from latest
window line as (partition by plan_year, unit_code, component_code, fund_source, capital_type, capital_year order by from_on);

-- What a unit's own sheet of the plan says: its detailed allocation, and its plan where no decision is in the archive.
create view stg.plan_by_unit as
select
    i.plan_year, i.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, i.from_on, i.to_on, i.submission_id,
    max(c.amount_vnd) filter (c.field = 'assigned_vnd') as assigned_vnd,
    max(c.amount_vnd) filter (c.field = 'adjusted_vnd') as adjusted_vnd,
    max(c.amount_vnd) filter (c.field = 'allocated_vnd') as allocated_vnd
from stg.in_force i
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.unit_code = i.unit_code
where i.form = 'plan'
group by all;

create view stg.disbursed as
select
    i.plan_year, i.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, i.from_on, i.to_on, i.submission_id,
    max(c.amount_vnd) as disbursed_vnd
from stg.in_force i
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.field = 'disbursed_vnd' and c.unit_code = i.unit_code
where i.form = 'disbursement'
group by all;

-- Everything known of a line, one row per fact and stretch.
create view stg.fact as
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on,
    assigned_vnd, adjusted_vnd, coalesce(adjusted_vnd, assigned_vnd) as planned_vnd, 'decision' as plan_basis, submission_id as plan_submission
from stg.plan_by_decision
union all by name
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on,
    assigned_vnd, adjusted_vnd, coalesce(adjusted_vnd, assigned_vnd) as planned_vnd, 'unit' as plan_basis, submission_id as plan_submission
from stg.plan_by_unit
where (plan_year, unit_code) not in (select (plan_year, unit_code) from stg.plan_by_decision)
union all by name
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on, allocated_vnd
from stg.plan_by_unit where allocated_vnd is not null
union all by name
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on, disbursed_vnd, submission_id as report_submission
from stg.disbursed;

-- One row per: unit × plan year × stretch of time in which none of its facts begins or ends.
create view stg.stretch as
with moment as (
    select plan_year, unit_code, from_on as at_on from stg.plan_by_decision
    union select plan_year, unit_code, to_on from stg.plan_by_decision
    union select plan_year, unit_code, from_on from stg.in_force where form in ('plan', 'disbursement')
)
select plan_year, unit_code, at_on as from_on, lead(at_on, 1, date '9999-12-31') over (partition by plan_year, unit_code order by at_on) as to_on
from moment where at_on < date '9999-12-31';
