-- A report whose figures are all those of the report before.
-- Name: Báo cáo giống hệt kỳ trước
-- Severity: warn
-- Sentence: Số giải ngân giống hệt kỳ trước ({expected}) ở mọi dòng, tổng {found} đồng.
with whole as (
    select i.plan_year, i.unit_code, i.round_code, i.submission_id, i.cut_off_on, any_value(c.sheet) as sheet, sum(c.amount_vnd)::bigint as total_vnd,
        list((c.component_code, c.fund_source, c.capital_type, c.capital_year, c.amount_vnd) order by c.component_code, c.fund_source, c.capital_type, c.capital_year) as figures
    from stg.reported i
    join stg.amount c on c.submission_id = i.submission_id and c.form = i.form and c.field = 'disbursed_vnd' and c.unit_code = i.unit_code
    group by all
),
pair as (
    select *, lag(figures) over years as before, lag(round_code) over years as before_round from whole
    window years as (partition by plan_year, unit_code order by cut_off_on)
)
select plan_year, unit_code, round_code, submission_id, sheet, '' as cell, total_vnd as found, before_round as expected
from pair where figures = before and total_vnd > 0
