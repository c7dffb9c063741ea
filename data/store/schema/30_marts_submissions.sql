-- Every file that was received and what became of it, for the receiving officers.

-- A unit's rows are for those who may see the unit; a file of which nobody knows whose it is, for those who may see every unit.
create macro mart.is_seen(code, units) as
    code in (select unnest(units)) or (code is null and (select bool_and(u.unit_code in (select unnest(units))) from mart.unit u));

create view mart.received as
select
    submission_id, kind, unit_code, plan_year, round_code, decision_number, state, version, cut_off_on, status, outcome, held as is_held,
    received_at, received_by, accepted_at, returned_at, decided_at, decided_by, decided_reason, file_name, file_sha256, suffix, entry
from stg.submission;

create view mart.problem as select * from stg.problem;

create view mart.decision as select * from stg.decision;

-- One row per: round; closed as long as nobody reopened it.
create view mart.receiving_round as
select r.round_code, r.name as round_name, r.plan_year, r.cut_off_on, r.due_on, r.forms, coalesce(d.is_closed, false) as is_closed
from stg.round r
left join (
    select round_code, arg_max(what, entry) = 'round_closed' as is_closed from stg.decision
    where what in ('round_closed', 'round_reopened') group by round_code
) d on d.round_code = r.round_code;

create view mart.expected_of_round as select round_code, unit_code, due_on from stg.expected;
