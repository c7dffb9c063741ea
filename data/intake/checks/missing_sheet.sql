-- The workbook has no sheet of general information.
-- Name: Thiếu trang thông tin chung
-- Severity: refuse
-- Sentence: Thiếu trang “{expected}”: tìm thấy các trang {found}; cần có trang này để biết đơn vị và kỳ báo cáo.
select sheet, cell, found, expected from remark where what = 'missing_sheet'
