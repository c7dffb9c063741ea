-- What rules across submissions look at: amounts as told, report after report, with their cells.

-- One row per: report in force at its cut-off × line of which it tells an amount disbursed.
create table stg.spent_as_told as
select
    i.plan_year, i.unit_code, i.round_code, i.submission_id, i.cut_off_on, c.component_code, c.fund_source, c.capital_type, c.capital_year,
    concat_ws('|', c.component_code, c.fund_source, c.capital_type, c.capital_year) as line, c.sheet, c.cell, c.amount_vnd
from stg.reported i
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.field = 'disbursed_vnd' and c.unit_code = i.unit_code;
