-- A cumulative count of an indicator that falls from one report to the next.
-- Name: Kết quả chỉ tiêu giảm
-- Severity: warn
-- Sentence: Kết quả lũy kế của chỉ tiêu giảm so với kỳ trước: tìm thấy {found}, kỳ trước {expected}.
with figure as (
    select r.plan_year, r.unit_code, r.round_code, r.submission_id, r.sheet, r.cell, r.indicator_code, r.breakdown, r.result, r.cut_off_on
    from mart.result r join mart.indicator i on i.indicator_code = r.indicator_code
    where r.kind = 'own' and r.state <> 'estimate' and r.from_on is not null and i.value = 'count' and i.measure = 'level' and i.pace = 'even'
),
pair as (
    select *, lag(result) over (partition by plan_year, unit_code, indicator_code, breakdown order by cut_off_on) as before from figure
)

select plan_year, unit_code, round_code, submission_id, sheet, cell, indicator_code || if(breakdown = 'CHUNG', '', ' (' || breakdown || ')') || ': ' || result::bigint as found, before::bigint::varchar as expected
from pair where result < before
