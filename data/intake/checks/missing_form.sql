-- A sheet that the round asks for is left out; earlier figures of this report are withdrawn with it.
-- Name: Thiếu trang kỳ yêu cầu
-- Severity: warn
-- Sentence: Thiếu trang “{expected}” mà kỳ báo cáo yêu cầu; số liệu của trang này coi như chưa có.
select '' as sheet, '' as cell, '' as found, f.title as expected
from (select unnest(forms) as form from round where round_code = (select round_code from book)) r join form f using (form)
where (select kind from book) = 'own' and r.form not in (from found_form) and exists (from found_form)
  and f.title not in (select coalesce(sheet, '') from remark where what = 'missing_header')
