-- A recommendation without a deadline.
-- Name: Kiến nghị chưa có thời hạn
-- Severity: warn
-- Sentence: Kiến nghị chưa có thời hạn, nên không bao giờ bị tính quá hạn; cần {expected} nếu có.
select sheet, cell, text as found, 'ghi thời hạn khắc phục' as expected from cell
where form = 'findings' and field = 'due_on' and text = ''
