-- A rate of a component far from that of the other units at the same cut-off, this year's capital; robust (median, MAD), at least 2 points of deviation.
-- Name: Khác hẳn các đơn vị khác
-- Severity: warn
-- Scope: everyone
-- Sentence: Tỷ lệ giải ngân khác hẳn các đơn vị khác cùng dự án: tìm thấy {found}, {expected}.
with rate as (
    select t.plan_year, t.unit_code, t.round_code, t.submission_id, t.cut_off_on, t.component_code, any_value(t.sheet) as sheet,
        arg_max(t.cell, m.planned_vnd) as cell, sum(t.amount_vnd) / sum(m.planned_vnd) as disbursed_share
    from stg.spent_as_told t
    join mart.money m on m.plan_year = t.plan_year and m.unit_code = t.unit_code and m.from_on <= t.cut_off_on and m.to_on > t.cut_off_on
        and (m.component_code, m.fund_source, m.capital_type, m.capital_year) = (t.component_code, t.fund_source, t.capital_type, t.capital_year)
    where t.capital_year = t.plan_year and m.planned_vnd > 0 and t.amount_vnd is not null
    group by all
),
held as (
    select r.*, count(*) as peer_count, median(p.disbursed_share) as middle, mad(p.disbursed_share) as deviation, min(p.disbursed_share) as least,
        max(p.disbursed_share) as most
    from rate r
    join rate p on p.plan_year = r.plan_year and p.cut_off_on = r.cut_off_on and p.component_code = r.component_code and p.unit_code <> r.unit_code
    group by all
)

select plan_year, unit_code, round_code, submission_id, sheet, cell,
    component_code || ' ' || replace(format('{:.2f}%', 100 * disbursed_share), '.', ',') as found,
    format(
        '{} đơn vị khác từ {} đến {}, mức giữa {}', peer_count, replace(format('{:.2f}%', 100 * least), '.', ','),
        replace(format('{:.2f}%', 100 * most), '.', ','), replace(format('{:.2f}%', 100 * middle), '.', ',')
    ) as expected
from held
cross join stg.tolerance x
where peer_count >= x.peers_least and abs(disbursed_share - middle) >= x.peers_points
  and abs(disbursed_share - middle) > x.peers_times * 1.4826 * greatest(deviation, 0.02)
