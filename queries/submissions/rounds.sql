-- The rounds there are, the newest first: whether closed, and of how many units expected a report stands.
-- One row per: round
-- Takes: units
-- Gives: round_code, round_name, plan_year, cut_off_on, due_on, is_closed, expected_count, received_count
-- Key:   round_code
-- Behind: nothing, because the page of received reports lists what it counts
select
    asked.round_code,
    asked.round_name,
    asked.plan_year,
    asked.cut_off_on,
    asked.due_on,
    asked.is_closed,
    count(distinct expected.unit_code) as expected_count,
    count(distinct sent.unit_code) as received_count
from mart.receiving_round as asked
left join mart.expected_of_round as expected
    on expected.round_code = asked.round_code and expected.unit_code in (select unnest($units))
left join mart.received as sent
    on sent.round_code = asked.round_code and sent.unit_code = expected.unit_code and sent.kind = 'own' and sent.status = 'standing'
group by all
order by asked.cut_off_on desc, asked.due_on desc, asked.round_code
