-- More counted than there are: attendances in place of persons, or the two columns changed for each other.
-- Name: Tử số lớn hơn mẫu số
-- Severity: warn
-- Sentence: Tử số lớn hơn mẫu số: tìm thấy {found}, cần {expected}; hãy kiểm tra có ghi lượt thay cho người, hoặc đổi chỗ hai cột.
select n.sheet, n.cell, n.text as found, 'không quá ' || d.text || ' (' || i.counted || ')' as expected
from cell n
join cell d on d.sheet = n.sheet and d.row = n.row and d.field = replace(n.field, 'numerator', 'denominator')
join indicator i on i.indicator_code = n.indicator_code
where n.field in ('numerator', 'base_numerator') and n.number > d.number
