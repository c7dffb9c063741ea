-- One amount stands in a merged cell over several lines.
-- Name: Số tiền trong ô gộp
-- Severity: refuse
-- Sentence: Số tiền tìm thấy “{found}” nằm trong ô gộp qua {expected} dòng; cần bỏ gộp ô và ghi riêng số của từng dòng.
select sheet, cell, found, expected from remark where what = 'merged_amount'
