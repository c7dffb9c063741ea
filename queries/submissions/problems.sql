-- What the rules found in one received file: where, what stands there, what is expected; what has to be put right first.
-- One row per: thing found
-- Takes: submission, units
-- Gives: severity, sheet, cell, found, expected, sentence
-- Key:   severity, sheet, cell, found, expected, sentence
-- Behind: nothing, because it is what stands behind
select distinct
    problem.severity,
    problem.sheet,
    problem.cell,
    problem.found,
    problem.expected,
    problem.sentence
from mart.problem as problem
inner join mart.received as sent on sent.submission_id = problem.submission_id
where
    problem.submission_id = $submission
    and mart.is_seen(sent.unit_code, $units)
order by problem.severity, problem.sheet, length(problem.cell), problem.cell, problem.found, problem.expected, problem.sentence
