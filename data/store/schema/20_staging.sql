-- Which report speaks for a unit when, and each line's plan, allocation and disbursement as stretches of time (figures.md 1, 3 to 6).
create schema stg;

-- What the office defined, one row per thing: the latest meaning of a unit's code; the lead's name beside each component.
create view stg.unit as
select * from raw.unit qualify row_number() over (partition by unit_code order by valid_from desc nulls last) = 1;
create view stg.commune as
select unit_code as commune_code, name as commune_name, valid_from, valid_to from raw.unit where kind = 'commune';
create view stg.project as
select p.*, u.name as lead_name from raw.project p left join stg.unit u on u.unit_code = p.lead_code;
create view stg.component as
select c.*, u.name as lead_name from raw.component c left join stg.unit u on u.unit_code = c.lead_code;
create view stg.fund_source as select * from raw.fund_source;
create view stg.capital_type as select * from raw.capital_type;
create view stg.cause as select * from raw.cause;
create view stg.round as select * from raw.round;
create view stg.day as select * from raw.day;
create view stg.form_field as select * from raw.form_field;
create view stg.year_target as select * from raw.year_target;
create view stg.tolerance as select * from raw.tolerance;
create view stg.rule as select * from raw.rule;
create view stg.tile as select * from raw.tile;
create view stg.boundary as select * from raw.boundary;
create view stg.about as select * from raw.about;

-- What was sent.
create view stg.submission as select * from raw.submission;
create view stg.problem as select * from raw.problem;
create view stg.cell as select * from raw.cell;

-- What people entered, as it stands: the newest version of each entry, withdrawn ones left out. Its kinds are told apart where they are used.
create view stg.entry as
select
    entry_id, kind, version, first(e.at order by version) over whole as entered_at, first(e.by order by version) over whole as entered_by,
    e.at as changed_at, e.by as changed_by, body
from raw.entry e
window whole as (partition by entry_id)
qualify version = max(version) over whole and not is_withdrawn;

-- In which forms of own reports the figures of mart.money stand: definitions decide, a province may have one form or several.
create view stg.money_form as
select form, field from stg.form_field
where kind = 'own' and field in ('assigned_vnd', 'adjusted_vnd', 'allocated_vnd', 'disbursed_vnd');

-- One row per: unit × plan year × form × own report that speaks for it, from its cut-off until the next one. No estimates.
-- A report speaks for a form that it holds or that its round asks for: a form left out makes its lines missing.
-- At one cut-off the final before the preliminary, then the round due later: never the order of arrival.
create table stg.in_force as
with speaking as (
    select s.*, f.form
    from stg.submission s
    left join stg.round r on r.round_code = s.round_code
    join (select distinct form from stg.form_field where kind = 'own') f on list_contains(s.forms, f.form) or list_contains(r.forms, f.form)
    where s.kind = 'own' and s.status = 'standing' and s.state <> 'estimate' and s.unit_code is not null
    qualify row_number() over (
        partition by s.plan_year, s.unit_code, f.form, s.cut_off_on order by s.state = 'final' desc, r.due_on desc nulls last, s.round_code
    ) = 1
)
select
    plan_year, unit_code, form, cut_off_on as from_on,
    lead(cut_off_on, 1, date '9999-12-31') over (partition by plan_year, unit_code, form order by cut_off_on) as to_on,
    submission_id, cut_off_on, round_code, state, version, received_at
from speaking;

-- The same for the one form that holds what was disbursed.
create view stg.reported as
select * from stg.in_force where form in (select form from stg.money_form where field = 'disbursed_vnd');

-- Cells of amounts that count: details only (no totals, no "trong đó"), sources inside the plan.
create view stg.amount as
select c.* from stg.cell c
join stg.fund_source s on s.code = c.fund_source and s.in_plan
where c.line_kind = 'detail' and c.type = 'money' and c.component_code is not null;

-- The plan by assignment decision: a later decision changes the lines it lists (docs/decisions.md).
create table stg.plan_by_decision as
with listed as (
    select
        c.plan_year, c.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, s.effective_on as from_on, s.submission_id, s.issued_on, s.decision_number,
        (sum(c.amount_vnd) filter (c.field = 'assigned_vnd'))::bigint as assigned_vnd, (sum(c.amount_vnd) filter (c.field = 'adjusted_vnd'))::bigint as adjusted_vnd
    from stg.amount c
    join stg.submission s on s.submission_id = c.submission_id and s.kind = 'decision' and s.status = 'standing'
    group by all
    having coalesce(adjusted_vnd, assigned_vnd) is not null
),
latest as (
    from listed
    qualify row_number() over (
        partition by plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on
        order by issued_on desc nulls last, decision_number desc
    ) = 1
)
select
    * exclude (issued_on, decision_number, assigned_vnd),
    last_value(assigned_vnd ignore nulls) over line as assigned_vnd,
    lead(from_on, 1, date '9999-12-31') over line as to_on
from latest
window line as (partition by plan_year, unit_code, component_code, fund_source, capital_type, capital_year order by from_on);

-- What a unit itself says of its plan: its detailed allocation, and its plan where no decision is in the archive.
create table stg.plan_by_unit as
select
    i.plan_year, i.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, i.form, i.from_on, i.to_on, i.submission_id,
    (sum(c.amount_vnd) filter (c.field = 'assigned_vnd'))::bigint as assigned_vnd,
    (sum(c.amount_vnd) filter (c.field = 'adjusted_vnd'))::bigint as adjusted_vnd,
    (sum(c.amount_vnd) filter (c.field = 'allocated_vnd'))::bigint as allocated_vnd
from stg.in_force i
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.unit_code = i.unit_code
group by all;

-- What a unit says it disbursed; NULL where it lists the line and gives no figure.
create table stg.disbursed as
select
    i.plan_year, i.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, i.from_on, i.to_on, i.submission_id,
    sum(c.amount_vnd)::bigint as disbursed_vnd
from stg.reported i
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.field = 'disbursed_vnd' and c.unit_code = i.unit_code
group by all;

-- Everything known of a line, one row per fact and stretch.
create view stg.fact as
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on,
    assigned_vnd, adjusted_vnd, 'decision' as plan_basis, submission_id as plan_submission
from stg.plan_by_decision
union all by name
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on,
    assigned_vnd, adjusted_vnd, 'unit' as plan_basis, submission_id as plan_submission
from stg.plan_by_unit
where coalesce(adjusted_vnd, assigned_vnd) is not null
  and (plan_year, unit_code) not in (select (plan_year, unit_code) from stg.plan_by_decision)
union all by name
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on, allocated_vnd
from stg.plan_by_unit where allocated_vnd is not null
union all by name
select plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on, to_on, disbursed_vnd
from stg.disbursed where disbursed_vnd is not null;

-- One row per: unit × plan year × stretch of time in which none of its facts begins or ends.
create view stg.stretch as
with moment as (
    select plan_year, unit_code, from_on as at_on from stg.plan_by_decision
    union select plan_year, unit_code, to_on from stg.plan_by_decision
    union select plan_year, unit_code, from_on from stg.in_force where form in (select form from stg.money_form)
)
select plan_year, unit_code, at_on as from_on, lead(at_on, 1, date '9999-12-31') over (partition by plan_year, unit_code order by at_on) as to_on
from moment where at_on < date '9999-12-31';
