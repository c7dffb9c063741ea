-- A formula whose value was never stored.
-- Name: Công thức chưa có giá trị
-- Severity: refuse
-- Sentence: Công thức chưa có giá trị lưu sẵn; cần mở bằng Excel, tính lại, lưu rồi gửi.
select sheet, cell, 'công thức' as found, 'giá trị' as expected from cell where fault = 'no_value'
