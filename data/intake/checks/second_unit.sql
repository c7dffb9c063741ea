-- Below the heading another unit of money is stated than the one of the columns.
-- Name: Hai đơn vị tiền trong một trang
-- Severity: refuse
-- Sentence: Dưới tiêu đề bảng tìm thấy “{found}”, khác đơn vị “{expected}” của cột; cần chỉ một đơn vị tiền trong trang.
select sheet, cell, found, expected from remark where what = 'second_unit'
