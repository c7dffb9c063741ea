-- What was published for the province is not what its units' own figures at the same day add up to, by more than a printed digit.
-- Name: Số công bố khác số cộng đơn vị
-- Severity: warn
-- Scope: everyone
-- Sentence: Số công bố toàn tỉnh khác số cộng từ các đơn vị: tìm thấy {found}, cộng các đơn vị {expected}.
with told as (
    select r.plan_year, r.unit_code, r.submission_id, r.sheet, r.cell, r.indicator_code, r.breakdown, r.from_on,
        coalesce(100 * r.numerator / nullif(r.denominator, 0), r.result) as level, i.value
    from mart.result r join mart.indicator i on i.indicator_code = r.indicator_code
    where r.kind = 'publication' and r.from_on is not null
),
added as (
    select t.submission_id, t.indicator_code, t.breakdown,
        case t.value when 'ratio' then 100 * sum(u.numerator) / nullif(sum(u.denominator), 0) else sum(u.result) end as level
    from told t
    join mart.result u on u.kind = 'own' and u.plan_year = t.plan_year and u.indicator_code = t.indicator_code and u.breakdown = t.breakdown
        and u.state <> 'estimate' and u.cut_off_on = t.from_on and u.from_on = t.from_on and (t.value = 'count' or (u.numerator is not null and u.denominator > 0))
    group by t.submission_id, t.indicator_code, t.breakdown, t.value
)

select t.plan_year, t.unit_code, '' as round_code, t.submission_id, t.sheet, t.cell,
    t.indicator_code || ': ' || round(t.level, 2)::varchar as found, round(a.level, 2)::varchar as expected
from told t join added a on a.submission_id = t.submission_id and a.indicator_code = t.indicator_code and a.breakdown = t.breakdown
where abs(t.level - a.level) > case t.value when 'ratio' then 0.0051 else 0.5 end
