-- A source, type, cause, year, commune, kind, state or breakdown that is not in the lists.
-- Name: Mã không có trong danh mục
-- Severity: refuse
-- Sentence: Không nhận ra “{found}”; cần {expected}.
select sheet, cell, text as found, expected from label
where code is null and text <> '' and type in ('fund_source', 'capital_type', 'cause', 'year', 'commune', 'kind', 'state', 'breakdown')
union all
select sheet, cell, text,
    case type
        when 'cause' then 'một nguyên nhân trong danh mục' when 'finding_kind' then 'một loại tồn tại trong danh mục'
        when 'visit_mode' then 'một hình thức giám sát trong danh mục' else 'mã hoặc tên một đơn vị'
    end
from cell where type in ('cause', 'finding_kind', 'visit_mode', 'addressee') and value is null and text <> '' and fault = ''
