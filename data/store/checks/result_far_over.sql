-- A result many times the target that a decision set: a slip of the keyboard, or another thing was counted.
-- Name: Kết quả gấp nhiều lần kế hoạch giao
-- Severity: warn
-- Sentence: Kết quả gấp nhiều lần kế hoạch được giao: tìm thấy {found}, kế hoạch {expected}.
select r.plan_year, r.unit_code, r.round_code, r.submission_id, r.sheet, r.cell,
    r.indicator_code || if(r.breakdown = 'CHUNG', '', ' (' || r.breakdown || ')') || ': ' || format('{:.12g}', r.result) as found,
    format('{:.12g}', t.planned) as expected
from mart.result r
join mart.indicator i on i.indicator_code = r.indicator_code and i.value = 'count' and i.measure = 'level'
join mart.target t on t.plan_year = r.plan_year and t.unit_code = r.unit_code and t.indicator_code = r.indicator_code and t.breakdown = r.breakdown
    and t.from_on <= r.cut_off_on and t.to_on > r.cut_off_on and t.basis = 'decision' and t.planned > 0
cross join stg.tolerance x
where r.kind = 'own' and r.state <> 'estimate' and r.from_on is not null and r.result >= t.planned * x.result_over_target
