-- A unit that does not report here, or no longer.
-- Name: Không nhận ra đơn vị
-- Severity: refuse
-- Sentence: Không nhận ra đơn vị “{found}”; cần {expected}.
select sheet, cell, text as found, expected from label
where code is null and text <> '' and type = 'unit'
