-- Which of the documents required of units for one plan year exist, are late, or are missing, as of a day.
-- One row per: unit × required document × component it is asked for
-- Takes: plan_year, today, unit, component, units
-- Gives: unit_code, unit_short_name, kind, required_code, required_name, required_short_name, doc_kind, component_code, component_short_name, due_on, number, issued_on, document_count, is_there, is_late, is_missing, legal_basis, note, position
-- Key:   unit_code, required_code, component_code
-- Behind: nothing, because each row is a document or the lack of one
with entered as (
    select
        unit_code,
        required_code,
        coalesce(component_code, '') as component_code,
        number,
        issued_on
    from mart.document
    where plan_year = $plan_year and issued_on <= $today
),
found as (
    select
        required.unit_code,
        required.required_code,
        required.component_code,
        arg_min(entered.number, (entered.issued_on, entered.number)) as number,
        min(entered.issued_on) as issued_on,
        count(*) as document_count
    from mart.required_document as required
    inner join entered
        on entered.unit_code = required.unit_code
        and entered.required_code = required.required_code
        and required.component_code in ('', entered.component_code)
    where required.plan_year = $plan_year
    group by required.unit_code, required.required_code, required.component_code
)
select
    unit_code,
    unit.short_name as unit_short_name,
    unit.kind,
    required_code,
    required.required_name,
    required.required_short_name,
    required.doc_kind,
    component_code,
    component.short_name as component_short_name,
    required.due_on,
    found.number,
    found.issued_on,
    coalesce(found.document_count, 0) as document_count,
    found.issued_on is not null as is_there,
    coalesce(found.issued_on > required.due_on, false) as is_late,
    found.issued_on is null and coalesce(required.due_on < $today, false) as is_missing,
    required.legal_basis,
    required.note,
    required.position
from mart.required_document as required
inner join mart.unit as unit using (unit_code)
left join mart.component as component using (component_code)
left join found using (unit_code, required_code, component_code)
where
    required.plan_year = $plan_year
    and unit_code in (select unnest($units))
    and ($unit is null or unit_code = $unit)
    and ($component is null or $component in (component_code, component.project_code))
order by unit.position, required.position, component.position, component_code
