-- The date of the figures is not the round's cut-off.
-- Severity: refuse
-- Sentence: Ngày chốt không khớp kỳ báo cáo: tìm thấy {found}, cần {expected}.
select (select min(sheet) from label where field = 'round_code') as sheet, (select min(cell) from label where field = 'round_code') as cell,
    strftime(b.cut_off_on, '%d/%m/%Y') as found, strftime(r.cut_off_on, '%d/%m/%Y') as expected
from book b join round r using (round_code) where b.cut_off_on <> r.cut_off_on
