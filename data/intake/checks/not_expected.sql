-- A report from a unit that the round does not expect.
-- Name: Kỳ không yêu cầu đơn vị này
-- Severity: warn
-- Sentence: Kỳ {expected} không yêu cầu đơn vị {found} báo cáo; vẫn tiếp nhận, cần kiểm tra lại đơn vị và kỳ.
select l.sheet, l.cell, b.unit_code as found, b.round_code as expected
from book b
left join label l on l.field = 'unit_code' and l.form not in (from found_form)
where b.kind = 'own' and b.unit_code is not null and b.round_code in (select round_code from round)
  and (b.round_code, b.unit_code) not in (select (round_code, unit_code) from expected)
