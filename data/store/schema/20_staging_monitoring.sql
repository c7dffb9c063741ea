-- Monitoring: from workbooks (kind "monitoring") and from what people entered, as one; and which unit follows another.
create view stg.finding_kind as select * from raw.finding_kind;
create view stg.monitoring as select * from raw.monitoring;

-- One row per: unit (no commune) × stretch of time in which its open tasks lie with the same unit. A unit that was divided hands them to the first one named.
create view stg.unit_follows as
with recursive passed as (
    from raw.succession qualify row_number() over (partition by old_code order by passes_on, position) = 1
),
chain as (
    select distinct unit_code, unit_code as current_code, date '0001-01-01' as from_on from raw.unit where kind <> 'commune'
    union all
    select c.unit_code, p.new_code, p.passes_on from chain c join passed p on p.old_code = c.current_code and p.passes_on > c.from_on
)
select
    c.unit_code, c.current_code, u.name as current_name, u.short_name as current_short_name, u.kind as current_kind,
    coalesce(u.valid_from, date '0001-01-01') as current_from_on, coalesce(u.valid_to, date '9999-12-31') as current_to_on, c.from_on,
    lead(c.from_on, 1, date '9999-12-31') over (partition by c.unit_code order by c.from_on) as to_on
from chain c
join stg.unit u on u.unit_code = c.current_code;

-- One row per: row of a sheet of visits or findings that stands; ids stay the same when the workbook is sent again.
create view stg.monitoring_row as
select
    s.submission_id, s.plan_year, s.decision_number as visit_round, s.received_at, s.received_by, c.form, c.row, any_value(c.sheet) as sheet, min(c.cell) as cell,
    any_value(c.unit_code) as unit_code, any_value(c.component_code) as component_code,
    concat_ws('/', s.unit_code, s.decision_number, max(c.text) filter (c.field = 'visit_number')) as visit_id,
    concat_ws('/', s.unit_code, s.decision_number, max(c.text) filter (c.field = 'visit_number'), max(c.text) filter (c.field = 'finding_number')) as finding_id,
    map_from_entries(list((c.field, c.value)) filter (c.value is not null)) as told,
    max(c.amount_vnd) filter (c.field = 'amount_vnd') as amount_vnd
from stg.cell c
join stg.submission s on s.submission_id = c.submission_id and s.kind = 'monitoring' and s.status = 'standing'
where c.line_kind = 'detail' and c.form in ('visits', 'findings')
group by s.submission_id, s.plan_year, s.unit_code, s.decision_number, s.received_at, s.received_by, c.form, c.row;

create view stg.visit as
select
    visit_id, plan_year, visit_round, unit_code, told['visit_mode'] as visit_mode, told['team'] as team, told['starts_on']::date as starts_on,
    coalesce(told['ends_on'], told['starts_on'])::date as ends_on, told['report_sent_on']::date as report_sent_on, told['note'] as note, false as is_entered, submission_id
from stg.monitoring_row where form = 'visits'
union all by name
select
    entry_id as visit_id, (body->>'$.plan_year')::bigint as plan_year, body->>'$.number' as visit_round, body->>'$.unit_code' as unit_code,
    body->>'$.mode' as visit_mode, body->>'$.team' as team, (body->>'$.starts_on')::date as starts_on,
    coalesce(body->>'$.ends_on', body->>'$.starts_on')::date as ends_on, (body->>'$.report_sent_on')::date as report_sent_on, body->>'$.note' as note, true as is_entered
from stg.entry where kind = 'visit';

create view stg.finding as
select
    finding_id, visit_id, told['finding_kind'] as finding_kind, told['finding'] as finding, told['legal_reference'] as legal_reference, component_code, amount_vnd,
    told['recommendation'] as recommendation, told['to_unit_code'] as to_unit_code, told['due_on']::date as due_on, told['followed_by'] as followed_by,
    false as is_entered, submission_id
from stg.monitoring_row where form = 'findings'
union all by name
select
    entry_id as finding_id, body->>'$.visit_id' as visit_id, body->>'$.finding_kind' as finding_kind, body->>'$.finding' as finding,
    body->>'$.legal_reference' as legal_reference, nullif(body->>'$.component_code', '') as component_code, (body->>'$.amount_vnd')::bigint as amount_vnd,
    body->>'$.recommendation' as recommendation, nullif(body->>'$.to_unit_code', '') as to_unit_code, (body->>'$.due_on')::date as due_on,
    body->>'$.followed_by' as followed_by, true as is_entered
from stg.entry where kind = 'finding';

create view stg.remedy as
select
    finding_id || '/khac-phuc' as remedy_id, finding_id, told['remedied_on']::date as remedied_on, told['evidence_note'] as remedy, told['evidence_note'] as evidence_note,
    received_at as entered_at, received_by as entered_by
from stg.monitoring_row where told['remedied_on'] is not null
union all by name
select
    entry_id as remedy_id, body->>'$.finding_id' as finding_id, (body->>'$.remedied_on')::date as remedied_on, body->>'$.remedy' as remedy,
    body->>'$.evidence_note' as evidence_note, nullif(body->>'$.evidence_sha256', '') as evidence_sha256, body->>'$.evidence_suffix' as evidence_suffix,
    nullif(body->>'$.evidence_name', '') as evidence_name, entered_at, entered_by, changed_by
from stg.entry where kind = 'remedy';

-- Nobody confirms a remedy that they entered themselves: such a row does not count (figures.md 15).
create view stg.verification as
select
    finding_id || '/xac-minh' as verification_id, finding_id, true as is_remedied, told['verified_on']::date as verified_on, told['verified_by'] as verified_by,
    received_at as entered_at, false as is_entered
from stg.monitoring_row where told['verified_on'] is not null
union all by name
select
    entry_id as verification_id, body->>'$.finding_id' as finding_id, (body->>'$.is_remedied')::boolean as is_remedied, (body->>'$.verified_on')::date as verified_on,
    entered_by as verified_by, body->>'$.note' as note, (body->>'$.due_on')::date as due_on, entered_at, true as is_entered
from stg.entry v
where kind = 'verification' and (
    body->>'$.is_remedied' = 'false'
    or not exists (
        from stg.entry r where r.kind = 'remedy' and r.body->>'$.finding_id' = v.body->>'$.finding_id'
            and lower(trim(v.entered_by)) in (lower(trim(r.entered_by)), lower(trim(r.changed_by)))
    )
);

-- The newest choice of each year's plan.
create view stg.visit_choice as
select entry_id, (body->>'$.plan_year')::bigint as plan_year, body, changed_at, changed_by
from stg.entry where kind = 'visit_choice'
qualify row_number() over (partition by plan_year order by changed_at desc, entry_id) = 1;
