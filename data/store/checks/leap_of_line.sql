-- An increase far beyond all the earlier ones of the same line in the year; deviations are robust (median, MAD), of at least a tenth of their middle.
-- Name: Tăng vọt so với các kỳ trước
-- Severity: warn
-- Sentence: Giải ngân tăng vọt trong một kỳ: tìm thấy tăng {found} đồng, {expected}.
with step as (
    select *, amount_vnd - before_vnd as more_vnd
    from (
        select *, lag(amount_vnd) over (partition by plan_year, unit_code, line order by cut_off_on) as before_vnd from stg.spent_as_told
    )
    where amount_vnd > before_vnd
),
held as (
    select s.plan_year, s.unit_code, s.round_code, s.submission_id, s.sheet, s.cell, s.more_vnd, s.amount_vnd, s.before_vnd, count(*) as step_count,
        median(e.more_vnd) as middle_vnd, mad(e.more_vnd) as deviation_vnd, min(e.more_vnd) as least_vnd, max(e.more_vnd) as most_vnd
    from step s
    join step e on e.plan_year = s.plan_year and e.unit_code = s.unit_code and e.line = s.line and e.cut_off_on < s.cut_off_on
    group by all
)

select plan_year, unit_code, round_code, submission_id, sheet, cell, more_vnd as found,
    format(
        '{} lần tăng trước mỗi lần từ {} đến {} đồng', step_count, replace(format('{:,}', least_vnd), ',', '.'), replace(format('{:,}', most_vnd), ',', '.')
    ) as expected
from held
cross join stg.tolerance x
where step_count >= x.leap_steps and more_vnd >= x.leap_from_vnd and more_vnd > most_vnd
  and more_vnd > middle_vnd + x.leap_times * 1.4826 * greatest(deviation_vnd, 0.1 * middle_vnd)
  and not (before_vnd > 0 and amount_vnd / before_vnd between x.slip_from and x.slip_to) -- slip_between_rounds
