-- The Treasury's figures are sent by the receiving department only.
-- Name: Sai nơi gửi số liệu Kho bạc
-- Severity: refuse
-- Sentence: Số liệu Kho bạc chỉ do cơ quan tiếp nhận gửi: tìm thấy đơn vị {found}, cần {expected}.
select l.sheet, l.cell, b.unit_code as found, s.receiving_unit as expected
from book b
join setting s on b.unit_code <> s.receiving_unit
left join label l on l.field = 'unit_code' and l.form not in (from found_form)
where b.kind = 'treasury'
