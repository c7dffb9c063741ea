-- A workbook without any table of figures.
-- Name: Không có trang số liệu
-- Severity: refuse
-- Sentence: Không có trang số liệu nào; cần ít nhất một trang trong mẫu.
select '' as sheet, '' as cell, '' as found, '' as expected from book
where not exists (from found_form) and not exists (from remark where what in ('missing_header', 'missing_sheet', 'legacy_text')) and kind is not null
