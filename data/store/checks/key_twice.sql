-- Truth of the store: a line has one row per stretch. A store where this fails is not published.
-- Name: Kho có dòng vốn trùng
-- Severity: refuse
-- Sentence: Kho số liệu có dòng trùng {found}.
select plan_year, unit_code, '' as round_code, '' as submission_id, '' as sheet, '' as cell,
    concat_ws('|', component_code, fund_source, capital_type, capital_year, from_on) as found, '1' as expected
from mart.money group by plan_year, unit_code, component_code, fund_source, capital_type, capital_year, from_on having count(*) > 1
