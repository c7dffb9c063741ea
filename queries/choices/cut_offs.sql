-- The cut-offs of a budget year at which any unit has figures, newest first.
-- One row per: cut-off
-- Takes: plan_year, units
-- Gives: cut_off_on, exact_count, unit_count
-- Key:   cut_off_on
-- Behind: nothing, because it only offers what can be chosen
select
    cut_off_on,
    count(distinct unit_code) as exact_count,
    (select count(*) from mart.unit_year where plan_year = $plan_year and unit_code in (select unnest($units))) as unit_count
from mart.cut_off
where plan_year = $plan_year and unit_code in (select unnest($units))
group by cut_off_on
order by cut_off_on desc
