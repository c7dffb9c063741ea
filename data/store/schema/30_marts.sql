-- What questions read. Each table is materialised; every table with unit_code and plan_year can be replaced for one unit's year.
create schema mart;

-- One row per: line × stretch of time in which nothing about it changed. At date D: from_on <= D and to_on > D.
create table mart.money as
select
    s.plan_year, s.unit_code, f.component_code, c.project_code, f.fund_source, f.capital_type, f.capital_year,
    f.capital_year < s.plan_year as is_carried_over, s.from_on, s.to_on,
    max(f.assigned_vnd) as assigned_vnd, max(f.adjusted_vnd) as adjusted_vnd, coalesce(max(f.adjusted_vnd), max(f.assigned_vnd)) as planned_vnd, max(f.plan_basis) as plan_basis,
    max(f.allocated_vnd) as allocated_vnd, max(f.disbursed_vnd) as disbursed_vnd,
    max(i.cut_off_on) as reported_on, max(f.plan_submission) as plan_submission, max(i.submission_id) as report_submission
from stg.stretch s
join stg.fact f on f.plan_year = s.plan_year and f.unit_code = s.unit_code and f.from_on <= s.from_on and f.to_on > s.from_on
join stg.component c on c.component_code = f.component_code
left join stg.reported i on i.plan_year = s.plan_year and i.unit_code = s.unit_code and i.from_on <= s.from_on and i.to_on > s.from_on
group by all
order by s.plan_year, s.from_on, s.unit_code, f.component_code, f.fund_source, f.capital_type, f.capital_year;

create table mart.unit as select unit_code, name as unit_name, short_name, kind, position from stg.unit where reports;

-- Units with a plan or expected in the year.
create table mart.unit_year as
select distinct plan_year, unit_code from (
    select plan_year, unit_code from stg.expected
    union all
    select plan_year, unit_code from mart.money where planned_vnd is not null
);

create table mart.commune as select * from stg.commune; -- one row per code and stretch of time in which it meant this commune
create table mart.project as select * from stg.project;
create table mart.component as select * from stg.component;
create table mart.fund_source as select code, name, short_name, position from stg.fund_source where in_plan;
create table mart.capital_type as select code, name, short_name, position from stg.capital_type;
create table mart.year_target as select * from stg.year_target;
create table mart.in_force as select * from stg.in_force;

-- Dates at which a standing report with disbursement figures exists.
create table mart.cut_off as
select distinct i.unit_code, i.plan_year, i.cut_off_on, i.submission_id
from stg.reported i join stg.disbursed d on d.submission_id = i.submission_id
where d.disbursed_vnd is not null;

create table mart.obstacle as
with line as (
    select submission_id, form, row, any_value(sheet) as sheet, any_value(component_code) as component_code,
        max(value) filter (field = 'cause_code') as cause_code, max(value) filter (field = 'explanation') as explanation,
        max(value) filter (field = 'request') as request, max(amount_vnd) filter (field = 'held_up_vnd') as held_up_vnd,
        max(cell) filter (field = 'cause_code') as cell
    from stg.cell where line_kind = 'detail' and form in (select form from stg.form_field where kind = 'own' and field = 'cause_code') group by all
)
select i.plan_year, i.unit_code, i.from_on, i.to_on, l.component_code, l.cause_code, k.name as cause_name, l.explanation, l.request, l.held_up_vnd,
    l.submission_id, l.sheet, l.cell
from line l join stg.in_force i on i.submission_id = l.submission_id and i.form = l.form
left join stg.cause k on k.code = l.cause_code
where l.cause_code is not null;

-- What units told of obstacles, as it stood at a day, narrowed as a reader may; a component may be a project.
create macro mart.obstacle_at(asked_year, asked_on, units, only_unit, only_component) as table
select o.*, c.short_name as component_short_name, c.position as component_position, u.short_name as unit_short_name, u.position as unit_position
from mart.obstacle o
join mart.component c on c.component_code = o.component_code
join mart.unit u on u.unit_code = o.unit_code
where o.plan_year = asked_year and o.from_on <= asked_on and o.to_on > asked_on and o.unit_code in (select unnest(units))
    and (only_unit is null or o.unit_code = only_unit) and (only_component is null or only_component in (o.component_code, c.project_code));

create table mart.submission as
select submission_id, kind, unit_code, plan_year, round_code, decision_number, effective_on, state, version, cut_off_on, status, outcome,
    received_at, received_by, file_name, file_sha256, is_sample
from stg.submission;

-- What was found wrong and stands: inside one workbook here, across workbooks by the rules in checks/.
create table mart.warning as
select p.rule, p.sentence, s.plan_year, s.unit_code, s.round_code, p.submission_id, p.sheet, p.cell, p.found, p.expected, 'inside' as scope
from stg.problem p join stg.submission s on s.submission_id = p.submission_id and s.status = 'standing';

create table mart.tile as select * from stg.tile;
create table mart.boundary as select * from stg.boundary;

create view mart.about as select * from stg.about;

-- Every cell behind every figure.
create view mart.source as
select submission_id, plan_year, form, sheet, cell, row, line_kind, unit_code, component_code, fund_source, capital_type, capital_year, commune_code, indicator_code, breakdown,
    field, header, text, amount_vnd, value
from stg.cell;
