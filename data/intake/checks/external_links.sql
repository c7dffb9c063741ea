-- Values may come from another file that was not sent.
-- Name: Lấy số từ tệp khác
-- Severity: warn
-- Sentence: Tệp lấy số từ {found} tệp khác; đã đọc giá trị lưu sẵn, cần dán thành giá trị trước khi gửi.
select sheet, cell, found, expected from remark where what = 'external_links'
