-- Tiêu đề: Danh sách đơn vị báo cáo
-- Trả lời câu hỏi: Có những đơn vị nào phải báo cáo, thuộc khối nào?
-- Mức: dễ
select unit_code, unit_name, case kind when 'district' then 'Huyện, thị xã, thành phố' else 'Sở, ngành' end as kind_told
from mart.unit
order by position
