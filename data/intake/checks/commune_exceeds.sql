-- The communes of a row together hold more than the row (they are "trong đó", never added).
-- Name: Các xã cộng lại vượt đơn vị
-- Severity: refuse
-- Sentence: Các xã cộng lại {found} đồng, lớn hơn dòng của đơn vị là {expected} đồng; cần không vượt.
with keyed as (select *, concat_ws('|', form, unit_code, component_code, fund_source, capital_type, capital_year, field) as line from cell where component_code is not null)
select any_value(c.sheet), min(c.cell), sum(c.amount_vnd)::bigint as found, any_value(d.amount_vnd) as expected
from keyed c join keyed d on d.line = c.line and d.line_kind = 'detail' and c.line_kind = 'commune'
group by c.line having sum(c.amount_vnd - 0) > any_value(d.amount_vnd) + sum(c.half_digit_vnd)
