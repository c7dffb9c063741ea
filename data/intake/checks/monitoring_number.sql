-- Results of monitoring whose code does not name their budget year: next year's "1" would replace this year's.
-- Name: Mã đợt giám sát không nêu năm
-- Severity: refuse
-- Sentence: Mã đợt giám sát “{found}” không nêu năm ngân sách; cần có {expected} trong mã, để năm sau không thay mất năm nay.
select l.sheet, l.cell, b.decision_number as found, b.plan_year::varchar as expected
from book b
left join label l on l.field = 'decision_number'
where b.kind = 'monitoring' and not contains(b.decision_number, b.plan_year::varchar)
