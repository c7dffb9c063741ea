-- Documents: which are required of units, which were entered; and what each change of an entry changed.
create view stg.required_document as select * from raw.required_document;

create view stg.document as
select
    entry_id, version, body ->> '$.unit_code' as unit_code, (body ->> '$.plan_year')::bigint as plan_year, body ->> '$.number' as number,
    (body ->> '$.issued_on')::date as issued_on, body ->> '$.doc_kind' as doc_kind, body ->> '$.summary' as summary,
    nullif(body ->> '$.component_code', '') as component_code, nullif(body ->> '$.required_code', '') as required_code,
    nullif(body ->> '$.file_sha256', '') as file_sha256, body ->> '$.file_suffix' as file_suffix, nullif(body ->> '$.file_name', '') as file_name,
    nullif(body ->> '$.link', '') as link, entered_at, entered_by, changed_at, changed_by
from stg.entry where kind = 'document';

create view stg.note as
select
    entry_id, version, body ->> '$.unit_code' as unit_code, (body ->> '$.plan_year')::bigint as plan_year, body ->> '$.text' as note,
    entered_at, entered_by, changed_at, changed_by
from stg.entry where kind = 'note';

-- Which entry an entry belongs to, by any id it names: a remedy to its finding, a finding to its visit, progress to its conclusion.
create view stg.belongs as
select
    entry_id, kind, body ->> '$.unit_code' as unit_code,
    coalesce(body ->> '$.visit_id', body ->> '$.finding_id', body ->> '$.conclusion_id') as above_id
from raw.entry qualify version = max(version) over (partition by entry_id);

-- One row per: version of an entry, with the version before it and the unit it is about, its own or that of the entry it belongs to.
-- Ids of workbook rows begin with their unit's code.
create view stg.change as
select
    e.entry_id, e.version, e.kind, e.at as changed_at, e.by as changed_by, e.reason, e.is_withdrawn, e.body,
    lag(e.body) over line as body_before, coalesce(lag(e.is_withdrawn) over line, false) as was_withdrawn,
    coalesce(o.unit_code, a.unit_code, t.unit_code, u.unit_code) as unit_code
from raw.entry e
join stg.belongs o on o.entry_id = e.entry_id
left join stg.belongs a on a.entry_id = o.above_id
left join stg.belongs t on t.entry_id = a.above_id
left join stg.unit u on u.unit_code = split_part(coalesce(a.above_id, o.above_id), '/', 1)
window line as (partition by e.entry_id order by e.version);
