-- The plan that a unit writes is not the plan of the decision in force at its cut-off.
-- Name: Kế hoạch khác quyết định giao
-- Severity: warn
-- Sentence: Kế hoạch đơn vị ghi khác quyết định giao: tìm thấy {found} đồng, quyết định {expected} đồng.
select i.plan_year, i.unit_code, i.round_code, i.submission_id, c.sheet, min(c.cell) as cell,
    coalesce(max(c.amount_vnd) filter (c.field = 'adjusted_vnd'), max(c.amount_vnd) filter (c.field = 'assigned_vnd')) as found,
    any_value(coalesce(d.adjusted_vnd, d.assigned_vnd)) as expected
from stg.in_force i
join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.unit_code = i.unit_code
    and c.field in ('assigned_vnd', 'adjusted_vnd')
join stg.plan_by_decision d on d.plan_year = i.plan_year and d.unit_code = i.unit_code and d.component_code = c.component_code
    and d.fund_source = c.fund_source and d.capital_type = c.capital_type and d.capital_year = c.capital_year
    and d.from_on <= i.cut_off_on and d.to_on > i.cut_off_on
group by i.plan_year, i.unit_code, i.round_code, i.submission_id, c.sheet, c.row
having abs(found - expected) > 1
