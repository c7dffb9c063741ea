-- What is published for the whole province is sent by the receiving department only.
-- Name: Sai nơi gửi số công bố
-- Severity: refuse
-- Sentence: Số liệu công bố toàn tỉnh chỉ do cơ quan tiếp nhận gửi: tìm thấy đơn vị {found}, cần {expected}.
select l.sheet, l.cell, b.unit_code as found, s.receiving_unit as expected
from book b
join setting s on b.unit_code <> s.receiving_unit
left join label l on l.field = 'unit_code' and l.form not in (from found_form)
where b.kind = 'publication'
