-- So many total rows that they cannot be told apart.
-- Name: Quá nhiều dòng cộng
-- Severity: refuse
-- Sentence: Quá nhiều dòng cộng: tìm thấy {found} dòng, cần mỗi nhóm một dòng cộng; hãy bỏ các dòng cộng thừa.
select sheet, cell, found, expected from remark where what = 'too_many_totals'
