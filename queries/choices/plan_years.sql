-- The budget years with a plan or expected reports, newest first, each with its newest cut-off.
-- One row per: budget year
-- Takes: units
-- Gives: plan_year, newest_on
-- Key:   plan_year
-- Behind: nothing, because it only offers what can be chosen
select plan_year, max(cut_off_on) as newest_on
from mart.unit_year
left join mart.cut_off using (plan_year, unit_code)
where unit_code in (select unnest($units))
group by plan_year
order by plan_year desc
