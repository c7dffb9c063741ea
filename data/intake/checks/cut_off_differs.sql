-- The date of the figures is not the round's cut-off.
-- Name: Ngày chốt không khớp kỳ
-- Severity: refuse
-- Sentence: Ngày chốt không khớp kỳ báo cáo: tìm thấy {found}, cần {expected}.
select l.sheet, l.cell, strftime(b.cut_off_on, '%d/%m/%Y') as found, strftime(r.cut_off_on, '%d/%m/%Y') as expected
from book b
join round r using (round_code)
left join label l on l.field = 'cut_off_on'
where b.cut_off_on <> r.cut_off_on
