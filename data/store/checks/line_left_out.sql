-- A newer report leaves out a line that the one before had: the line is missing from then on.
-- Severity: warn
-- Sentence: Bỏ sót dòng {found} mà kỳ trước có; số liệu dòng này coi như chưa có.
with line as (
    select i.plan_year, i.unit_code, i.from_on, i.to_on, i.submission_id, d.component_code, d.fund_source, d.capital_type, d.capital_year
    from stg.in_force i join stg.disbursed d on d.submission_id = i.submission_id where i.form = 'disbursement'
)
select n.plan_year, n.unit_code, n.round_code, n.submission_id, '' as sheet, '' as cell,
    concat_ws(', ', b.component_code, b.fund_source, b.capital_type, b.capital_year) as found, '' as expected
from line b
join stg.in_force n on n.form = 'disbursement' and n.plan_year = b.plan_year and n.unit_code = b.unit_code and n.from_on = b.to_on
where not exists (
    from line l where l.submission_id = n.submission_id and l.component_code = b.component_code and l.fund_source = b.fund_source
      and l.capital_type = b.capital_type and l.capital_year = b.capital_year
)
