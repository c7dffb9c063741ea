-- What stands beside the units' own reports and is never added to them: the Treasury's figures, sector syntheses, and how differences were explained.
create view stg.agreement as select * from raw.agreement;
create view stg.difference_reason as select * from raw.difference_reason;

-- One row per: line × day of the Treasury's figures. Several papers of one day complete each other; of a line in two, the one received last counts.
create view stg.treasury as
with listed as (
    select
        c.plan_year, c.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, s.cut_off_on as extract_on,
        (sum(c.amount_vnd) filter (c.field = 'treasury_vnd'))::bigint as treasury_vnd,
        (sum(c.amount_vnd) filter (c.field = 'treasury_planned_vnd'))::bigint as treasury_planned_vnd,
        any_value(c.sheet) as sheet, min(c.cell) filter (c.field = 'treasury_vnd') as cell, s.submission_id, s.entry,
        (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on
    from stg.amount c
    join stg.submission s on s.submission_id = c.submission_id and s.kind = 'treasury' and s.status = 'standing'
    where c.unit_code is not null
    group by all
)
from listed
qualify row_number() over (
    partition by plan_year, unit_code, component_code, fund_source, capital_type, capital_year, extract_on order by entry desc
) = 1;

-- One row per: lead department × cut-off × line of its sector synthesis; at one cut-off the final before the preliminary, then the one received last.
create view stg.synthesis as
with told as (
    from stg.submission
    where kind = 'synthesis' and status = 'standing' and state <> 'estimate' and unit_code is not null
    qualify row_number() over (partition by plan_year, unit_code, cut_off_on order by state = 'final' desc, entry desc) = 1
)
select
    t.plan_year, t.unit_code, t.cut_off_on, t.round_code, t.submission_id, (t.received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on,
    c.component_code, c.fund_source, c.capital_type, c.capital_year,
    sum(c.amount_vnd)::bigint as synthesis_vnd, any_value(c.sheet) as sheet, min(c.cell) as cell
from told t
join stg.amount c on c.submission_id = t.submission_id and c.field = 'disbursed_vnd'
group by all;

create view stg.explanation as
select
    entry_id, version, body->>'$.what' as what, body->>'$.unit_code' as unit_code, body->>'$.component_code' as component_code, body->>'$.fund_source' as fund_source,
    (body->>'$.plan_year')::bigint as plan_year, (body->>'$.at')::date as explained_for, body->>'$.reason_code' as reason_code, body->>'$.reason' as reason,
    body->>'$.owner' as owner, (body->>'$.due_on')::date as due_on, (body->>'$.is_settled')::boolean as is_settled, changed_at, changed_by
from stg.entry where kind = 'explanation';
