-- Truth of the store: at every cut-off the mart adds up to the cells of the report in force. A store where this fails is not published.
-- Severity: refuse
-- Sentence: Tổng giải ngân trong kho là {found}, cộng các ô là {expected}.
with mart_sum as (
    select i.plan_year, i.unit_code, i.submission_id, i.round_code, sum(m.disbursed_vnd)::bigint as found
    from stg.in_force i
    join mart.money m on m.plan_year = i.plan_year and m.unit_code = i.unit_code and m.from_on <= i.cut_off_on and m.to_on > i.cut_off_on
    where i.form = 'disbursement' group by all
),
cell_sum as (
    select c.submission_id, sum(c.amount_vnd)::bigint as expected from stg.amount c where c.field = 'disbursed_vnd' group by all
)
select m.plan_year, m.unit_code, m.round_code, m.submission_id, '' as sheet, '' as cell, m.found, c.expected
from mart_sum m join cell_sum c using (submission_id) where m.found is distinct from c.expected
