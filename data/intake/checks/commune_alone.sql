-- Rows of communes without the unit's own row: their money would count nowhere.
-- Name: Dòng xã không có dòng đơn vị
-- Severity: refuse
-- Sentence: Dòng của xã {found} không có dòng của đơn vị; cần {expected}, dòng xã chỉ là “trong đó”.
with keyed as (
    select *, concat_ws('|', form, unit_code, component_code, coalesce(fund_source, ''), coalesce(capital_type, ''), coalesce(capital_year, 0)) as line
    from cell where line_kind in ('commune', 'detail')
)

select sheet, arg_min(cell, (row, length(cell), cell)) as cell, any_value(commune_code) as found, 'thêm một dòng cùng dự án, nguồn vốn, loại vốn, năm vốn, không ghi xã' as expected
from keyed
where line_kind = 'commune' and commune_code is not null and line not in (select line from keyed where line_kind = 'detail')
group by sheet, line
