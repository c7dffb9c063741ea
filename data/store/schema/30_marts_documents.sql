-- Documents issued by units, those required of them, and the log of what was entered.
create view mart.document as select * from stg.document;
create view mart.note as select * from stg.note;
create view mart.change as select * from stg.change;

-- One row per: unit × plan year × required document × component it is asked for ('' = the whole programme).
create table mart.required_document as
select
    y.plan_year, y.unit_code, r.required_code, coalesce(c.component_code, nullif(r.component_code, '*'), '') as component_code, r.name as required_name,
    r.short_name as required_short_name, r.kind as doc_kind, try_cast(concat_ws('-', y.plan_year, nullif(r.due, '')) as date) as due_on,
    r.legal_basis, r.note, r.position
from mart.unit_year y
join stg.unit u on u.unit_code = y.unit_code
join stg.required_document r on (list_contains(r.units, u.kind) or list_contains(r.units, u.unit_code))
    and (list_contains(r.plan_years, '*') or list_contains(r.plan_years, y.plan_year::varchar))
left join stg.component c on r.component_code = '*' and c.lead_code = u.unit_code and c.is_run
where r.component_code <> '*' or c.component_code is not null;
