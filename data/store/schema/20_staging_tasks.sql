-- What meetings concluded, and how far each task got, as people entered it.
create view stg.conclusion as
select
    entry_id as conclusion_id, version, body ->> '$.meeting_code' as meeting_code, body ->> '$.meeting_name' as meeting_name,
    (body ->> '$.concluded_on')::date as concluded_on, body ->> '$.task' as task, nullif(body ->> '$.unit_code', '') as unit_code,
    nullif(body ->> '$.who', '') as who, (body ->> '$.due_on')::date as due_on, nullif(body ->> '$.about', '') as about,
    nullif(body ->> '$.page', '') as page, nullif(body ->> '$.component_code', '') as component_code, entered_at, entered_by, changed_at, changed_by
from stg.entry where kind = 'conclusion';

create view stg.progress as
select
    entry_id as progress_id, body ->> '$.conclusion_id' as conclusion_id, body ->> '$.stage' as stage, (body ->> '$.told_on')::date as told_on,
    nullif(body ->> '$.note', '') as note, entered_at, entered_by
from stg.entry where kind = 'progress';
