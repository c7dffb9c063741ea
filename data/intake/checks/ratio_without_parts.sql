-- A unit's rate without what it is made of: rates of units cannot be added up. Nor is half of it a rate.
-- Name: Tỷ lệ thiếu tử số hoặc mẫu số
-- Severity: warn
-- Sentence: Tỷ lệ thiếu {expected}: chỉ tìm thấy {found} nên không cộng được vào tỷ lệ toàn tỉnh; cần ghi cả tử số và mẫu số.
with line as (
    select
        c.sheet, c.row, bool_or(c.field = 'result') as has_result, bool_or(c.field = 'numerator') as has_numerator, bool_or(c.field = 'denominator') as has_denominator,
        min_by(c.cell, list_position(['result', 'numerator', 'denominator'], c.field)) as cell,
        min_by(c.text, list_position(['result', 'numerator', 'denominator'], c.field)) as text
    from cell c join indicator i using (indicator_code)
    where i.value_kind = 'ratio' and i.result_from = 'form' and c.number is not null and c.field in ('result', 'numerator', 'denominator')
    group by c.sheet, c.row
)

select sheet, cell, text as found, concat_ws(' và ', if(has_numerator, null, 'tử số'), if(has_denominator, null, 'mẫu số')) as expected
from line
where not (has_numerator and has_denominator)
  and not (has_result and (select kind from book) = 'publication') -- the whole province's rate is not added up
