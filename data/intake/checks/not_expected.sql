-- A report from a unit that the round does not expect.
-- Severity: warn
-- Sentence: Kỳ {expected} không yêu cầu đơn vị {found} báo cáo; vẫn tiếp nhận, cần kiểm tra lại đơn vị và kỳ.
select (select min(sheet) from label where field = 'unit_code') as sheet, (select min(cell) from label where field = 'unit_code') as cell,
    unit_code as found, round_code as expected
from book where kind = 'own' and unit_code is not null and round_code in (select round_code from round)
  and (round_code, unit_code) not in (select (round_code, unit_code) from expected)
