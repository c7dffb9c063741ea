-- Truth of the store: of one unit, indicator and breakdown one result speaks at a day. A store where this fails is not published.
-- Name: Kho có kết quả chỉ tiêu trùng
-- Severity: refuse
-- Sentence: Kho số liệu có kết quả chỉ tiêu trùng {found}.
select plan_year, unit_code, '' as round_code, '' as submission_id, '' as sheet, '' as cell,
    concat_ws('|', indicator_code, breakdown, from_on) as found, '1' as expected
from mart.result where from_on is not null and state <> 'estimate'
group by plan_year, unit_code, indicator_code, breakdown, from_on having count(*) > 1
union all
select plan_year, unit_code, '', '', '', '', concat_ws('|', indicator_code, breakdown, from_on), '1'
from mart.target group by plan_year, unit_code, indicator_code, breakdown, from_on having count(*) > 1
