-- A level without the one it began at: the reduction cannot be computed.
-- Name: Thiếu mức đầu kỳ
-- Severity: warn
-- Sentence: Chỉ tiêu giảm có mức hiện nay {found} nhưng không có mức đầu kỳ nên không tính được số giảm; cần ghi {expected}.
select
    c.sheet, min_by(c.cell, c.field <> 'result') as cell, min_by(c.text, c.field <> 'result') as found,
    if(i.value_kind = 'ratio', 'mức đầu kỳ, hoặc tử số và mẫu số đầu kỳ', 'mức đầu kỳ') as expected
from cell c join indicator i using (indicator_code)
where i.measure = 'reduction' and i.result_from = 'form' and c.field in ('result', 'numerator') and c.number is not null
  and not exists (from cell b where b.sheet = c.sheet and b.row = c.row and b.field in ('base', 'base_numerator') and b.number is not null)
group by c.sheet, c.row, i.value_kind
