-- A source, type, cause, year, commune, kind, state or breakdown that is not in the lists.
-- Severity: refuse
-- Sentence: Không nhận ra “{found}”; cần {expected}.
select sheet, cell, text as found, expected from label
where code is null and text <> '' and type in ('fund_source', 'capital_type', 'cause', 'year', 'commune', 'kind', 'state', 'breakdown')
union all
select sheet, cell, text, 'một nguyên nhân trong danh mục' from cell where type = 'cause' and value is null and text <> '' and fault = ''
