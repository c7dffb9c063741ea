-- A corrected report leaves out a sheet that the version before had.
-- Severity: warn
-- Sentence: Bản thay thế bỏ trang {found} mà bản trước có; số liệu của trang này đã rút.
with version as (
    select *, lag(forms) over (partition by unit_code, round_code, kind, state order by entry) as before_forms
    from raw.submission where kind = 'own' and outcome <> 'refused' and status in ('standing', 'superseded')
)
select plan_year, unit_code, round_code, submission_id, '' as sheet, '' as cell, unnest(list_filter(before_forms, lambda f: not list_contains(forms, f))) as found, '' as expected
from version where status = 'standing' and before_forms is not null
