-- A result of an indicator that the product counts itself.
-- Name: Kết quả do chương trình tự tính
-- Severity: warn
-- Sentence: Kết quả của chỉ tiêu {found} do chương trình tự tính {expected}; số ghi ở đây không được lấy, cần để trống.
select c.sheet, min_by(c.cell, c.field <> 'result') as cell, c.indicator_code as found,
    if(i.result_from = 'money', 'từ số giải ngân', 'từ ngày nộp báo cáo') as expected
from cell c join indicator i using (indicator_code)
where i.result_from <> 'form' and c.number is not null and c.field <> 'planned'
group by c.sheet, c.row, c.indicator_code, i.result_from
