-- The recommendations that a count or an amount of them is made of, as they stand on a day.
-- One row per: recommendation × way it is counted (plus, over: below the line of a fraction; input: the figure is not their count)
-- Takes: figure, today, finding, held_by, visit, over, upto, component, unit, units
-- Gives: term, part, unit_code, unit_short_name, what, amount_vnd, number, submission_id, sheet, cell, text, verdict
-- Key:   term, what
-- Behind: nothing, because it is what stands behind
with standing as (
    select *
    from mart.recommendation_at($today, $units, $unit, $component)
    where ($over is null or (is_waiting and coalesce(overdue_day_count, 0) > $over and coalesce(overdue_day_count, 0) <= $upto))
        and ($finding is null or finding_id = $finding) and ($held_by is null or held_by_code = $held_by) and ($visit is null or visit_id = $visit)
),
entering as (
    select *, unnest([
        {figure: 'waiting_count', term: 'plus', is_counted: is_waiting}, {figure: 'past_deadline_count', term: 'plus', is_counted: is_overdue},
        {figure: 'unverified_count', term: 'plus', is_counted: status = 'remedied'}, {figure: 'closed_count', term: 'plus', is_counted: status = 'closed'},
        {figure: 'judged_count', term: 'plus', is_counted: is_judged}, {figure: 'remedied_in_time_count', term: 'plus', is_counted: is_on_time},
        {figure: 'remedied_in_time_share', term: 'plus', is_counted: is_on_time}, {figure: 'remedied_in_time_share', term: 'over', is_counted: is_judged},
        {figure: 'finding_count', term: 'plus', is_counted: true}, {figure: 'amount_vnd', term: 'plus', is_counted: amount_vnd is not null},
        {figure: 'longest_day_count', term: 'input', is_counted: overdue_day_count > 0},
        {figure: 'overdue_day_count', term: 'input', is_counted: true}
    ], recursive := true)
    from standing
),
place as (
    select submission_id, sheet, row, max(text) filter (field = 'visit_number') as visit_number, max(text) filter (field = 'finding_number') as finding_number,
        max(cell) filter (field = 'finding') as cell, max(text) filter (field = 'finding') as text
    from mart.source where form = 'findings' group by all
)
select
    entering.term, 'finding' as part, entering.unit_code, entering.unit_short_name, concat_ws(
        ', ', entering.finding_id || ': ' || entering.recommendation, 'đợt ' || entering.visit_round, 'kết thúc ' || strftime(entering.found_on, '%d/%m/%Y'),
        coalesce('thời hạn ' || strftime(entering.due_on, '%d/%m/%Y'), 'không có thời hạn'), 'theo dõi: ' || entering.followed_by
    ) as what,
    if($figure = 'amount_vnd', entering.amount_vnd, null) as amount_vnd, 1::double as number, entering.submission_id, coalesce(place.sheet, '') as sheet,
    coalesce(place.cell, '') as cell, coalesce(place.text, entering.finding) as text, null::varchar as verdict
from entering
left join place on place.submission_id = entering.submission_id and ends_with(entering.finding_id, concat('/', place.visit_number, '/', place.finding_number))
where entering.figure = $figure and entering.is_counted
order by entering.term = 'over', entering.overdue_day_count desc nulls last, entering.finding_id
