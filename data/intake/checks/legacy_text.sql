-- Text in a legacy encoding.
-- Name: Chữ không theo Unicode
-- Severity: refuse
-- Sentence: Chữ theo bảng mã {expected}: tìm thấy “{found}”, cần bảng mã Unicode; hãy chuyển mã rồi gửi lại.
select sheet, cell, found, expected from remark where what = 'legacy_text'
