-- A newer report leaves out a line for which the one before had a figure: the line is missing from then on.
-- Name: Bỏ sót dòng kỳ trước có
-- Severity: warn
-- Sentence: Bỏ sót dòng {found} mà kỳ trước có; số liệu dòng này coi như chưa có.
with line as (
    select distinct i.plan_year, i.unit_code, i.form, i.to_on, c.submission_id, c.component_code, c.fund_source, c.capital_type, c.capital_year, c.amount_vnd
    from stg.in_force i
    join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.unit_code = i.unit_code
    join stg.money_form f on f.form = c.form and f.field = c.field
)
select distinct n.plan_year, n.unit_code, n.round_code, n.submission_id, t.title as sheet, '' as cell,
    concat_ws(', ', b.component_code, b.fund_source, b.capital_type, b.capital_year) as found, '' as expected
from line b
join stg.in_force n on n.form = b.form and n.plan_year = b.plan_year and n.unit_code = b.unit_code and n.from_on = b.to_on
join stg.form_field t on t.form = n.form
where b.amount_vnd is not null and not exists (
    from line l where l.submission_id = n.submission_id and l.form = n.form and l.component_code = b.component_code and l.fund_source = b.fund_source
      and l.capital_type = b.capital_type and l.capital_year = b.capital_year
)
