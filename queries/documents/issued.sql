-- Documents that units issued for one plan year, up to a day, the newest first.
-- One row per: document
-- Takes: plan_year, today, unit, component, units
-- Gives: entry_id, unit_code, unit_short_name, number, issued_on, doc_kind, summary, component_short_name, required_code, required_short_name, file_sha256, file_suffix, file_name, link, version, changed_at, changed_by
-- Key:   entry_id
-- Behind: nothing, because each row is itself what was entered or sent
select
    document.entry_id,
    document.unit_code,
    coalesce(unit.short_name, document.unit_code) as unit_short_name,
    document.number,
    document.issued_on,
    document.doc_kind,
    document.summary,
    coalesce(component.short_name, document.component_code) as component_short_name,
    document.required_code,
    required.required_short_name,
    document.file_sha256,
    document.file_suffix,
    document.file_name,
    document.link,
    document.version,
    document.changed_at at time zone 'UTC' as changed_at,
    document.changed_by
from mart.document as document
left join mart.unit as unit on unit.unit_code = document.unit_code
left join mart.component as component on component.component_code = document.component_code
left join (
    select required_code, any_value(required_short_name) as required_short_name from mart.required_document group by required_code
) as required on required.required_code = document.required_code
where
    document.plan_year = $plan_year
    and document.issued_on <= $today
    and document.unit_code in (select unnest($units))
    and ($unit is null or document.unit_code = $unit)
    and ($component is null or $component in (document.component_code, component.project_code))
order by document.issued_on desc, unit.position, document.number, document.entry_id
