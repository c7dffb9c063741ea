-- Money disbursed on a line that has no plan: while the unit has a plan on others: a slip in its keys, or a plan never sent. It enters no rate.
-- Name: Giải ngân ở dòng không có kế hoạch
-- Severity: warn
-- Sentence: Có giải ngân {found} đồng ở dòng {expected} không có kế hoạch vốn; số này không vào tỷ lệ giải ngân.
select m.plan_year, m.unit_code, i.round_code, i.submission_id, c.sheet, c.cell, m.disbursed_vnd as found,
    concat_ws(', ', m.component_code, m.fund_source, m.capital_type, m.capital_year) as expected
from mart.money m
join stg.reported i on i.plan_year = m.plan_year and i.unit_code = m.unit_code and i.from_on = m.from_on
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.field = 'disbursed_vnd' and c.component_code = m.component_code
    and c.fund_source = m.fund_source and c.capital_type = m.capital_type and c.capital_year = m.capital_year and c.unit_code = m.unit_code
where m.planned_vnd is null and m.disbursed_vnd > 0
  and (m.plan_year, m.unit_code, m.from_on) in (select (plan_year, unit_code, from_on) from mart.money where planned_vnd is not null)
