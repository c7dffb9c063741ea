-- What the rules across reports and the plan say of some files that stand.
-- One row per: warning
-- Takes: submissions, units
-- Gives: submission_id, unit_short_name, round_name, file_name, sheet, cell, sentence
-- Key:   submission_id, sheet, cell, sentence
-- Behind: nothing, because it is what stands behind
select distinct
    warning.submission_id,
    unit.short_name as unit_short_name,
    asked.round_name,
    sent.file_name,
    warning.sheet,
    warning.cell,
    warning.sentence
from mart.warning as warning
inner join mart.received as sent on sent.submission_id = warning.submission_id
inner join mart.unit as unit on unit.unit_code = warning.unit_code
left join mart.receiving_round as asked on asked.round_code = sent.round_code
where
    warning.scope = 'across'
    and warning.submission_id in (select unnest($submissions))
    and warning.unit_code in (select unnest($units))
order by sent.file_name, warning.sheet, warning.cell, warning.sentence
