-- More disbursed than the plan in force at the cut-off.
-- Name: Giải ngân vượt quyết định giao
-- Severity: warn
-- Sentence: Giải ngân vượt kế hoạch được giao: tìm thấy {found} đồng, kế hoạch {expected} đồng.
select m.plan_year, m.unit_code, i.round_code, i.submission_id, c.sheet, c.cell, m.disbursed_vnd as found, m.planned_vnd as expected
from mart.money m
cross join stg.tolerance t
join stg.reported i on i.plan_year = m.plan_year and i.unit_code = m.unit_code and i.from_on = m.from_on
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.field = 'disbursed_vnd' and c.component_code = m.component_code
    and c.fund_source = m.fund_source and c.capital_type = m.capital_type and c.capital_year = m.capital_year and c.unit_code = m.unit_code
where m.plan_basis = 'decision' and m.disbursed_vnd > m.planned_vnd
  and m.disbursed_vnd < m.planned_vnd * t.slip_over_plan
