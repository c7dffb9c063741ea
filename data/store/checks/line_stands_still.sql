-- A line whose figure is the same in three reports in a row while much of its plan is left. Nothing spent at all is no figure that was copied.
-- Name: Số giải ngân không đổi qua ba kỳ
-- Severity: warn
-- Sentence: Số giải ngân không đổi qua ba kỳ liền: tìm thấy {found} đồng, {expected}.
with told as (
    select
        *, lag(amount_vnd) over line as before_vnd, lag(amount_vnd, 2) over line as first_vnd, lag(cut_off_on, 2) over line as first_on,
        lag(round_code, 2) over line as first_round
    from stg.spent_as_told
    window line as (partition by plan_year, unit_code, line order by cut_off_on)
)

select t.plan_year, t.unit_code, t.round_code, t.submission_id, t.sheet, t.cell, t.amount_vnd as found,
    format('như từ kỳ {}; dòng này còn {} đồng kế hoạch chưa giải ngân', r.name, replace(format('{:,}', m.planned_vnd - t.amount_vnd), ',', '.')) as expected
from told t
cross join stg.tolerance x
join stg.round r on r.round_code = t.first_round
join mart.money m on m.plan_year = t.plan_year and m.unit_code = t.unit_code and m.from_on <= t.cut_off_on and m.to_on > t.cut_off_on
    and (m.component_code, m.fund_source, m.capital_type, m.capital_year) = (t.component_code, t.fund_source, t.capital_type, t.capital_year)
where t.amount_vnd > 0 and t.amount_vnd = t.before_vnd and t.amount_vnd = t.first_vnd
  and t.cut_off_on - t.first_on >= x.still_days and m.planned_vnd - t.amount_vnd >= x.still_from_vnd
