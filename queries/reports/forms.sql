-- The forms that rounds of a year ask for.
-- One row per: form
-- Takes: plan_year
-- Gives: code, name
-- Key:   code
-- Behind: nothing, because it only offers what can be chosen
select form as code, any_value(form_title) as name
from mart.report_form
where plan_year = $plan_year and is_expected and form <> ''
group by form
order by form
