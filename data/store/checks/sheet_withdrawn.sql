-- A corrected report leaves out a sheet that the version before had.
-- Name: Bản thay thế bỏ bớt trang
-- Severity: warn
-- Sentence: Bản thay thế bỏ trang “{found}” mà bản trước có; số liệu của trang này đã rút.
with version as (
    select *, lag(forms) over (partition by unit_code, round_code, kind, state order by entry) as before_forms
    from stg.submission where kind = 'own' and outcome <> 'refused' and status in ('standing', 'superseded')
)
select distinct v.plan_year, v.unit_code, v.round_code, v.submission_id, '' as sheet, '' as cell, f.title as found, '' as expected
from version v join stg.form_field f on list_contains(v.before_forms, f.form) and not list_contains(v.forms, f.form)
where v.status = 'standing'
