-- How long recommendations that wait to be remedied are overdue, in the groups the office set.
-- One row per: group
-- Takes: today, component, unit, units
-- Gives: position, group_name, over_days, upto_days, waiting_count, amount_vnd
-- Key:   position
-- Behind: findings over=over_days upto=upto_days
with waiting as (
    select *
    from mart.recommendation_at($today, $units, $unit, $component)
    where is_waiting
),
bounds as (select long_days, very_long_days from mart.monitoring),
groups as (
    select unnest([
        {'position': 1, 'group_name': 'Quá hạn trên ' || very_long_days || ' ngày', 'over': very_long_days, 'upto': 1000000},
        {'position': 2, 'group_name': 'Quá hạn từ ' || (long_days + 1) || ' đến ' || very_long_days || ' ngày', 'over': long_days, 'upto': very_long_days},
        {'position': 3, 'group_name': 'Quá hạn đến ' || long_days || ' ngày', 'over': 0, 'upto': long_days},
        {'position': 4, 'group_name': 'Chưa đến hạn, hoặc chưa có thời hạn', 'over': -1, 'upto': 0}
    ], recursive := true)
    from bounds
)
select
    groups.position,
    groups.group_name,
    groups.over as over_days,
    groups.upto as upto_days,
    count(waiting.finding_id)::bigint as waiting_count,
    sum(waiting.amount_vnd)::bigint as amount_vnd
from groups
left join waiting
    on coalesce(waiting.overdue_day_count, 0) > groups.over
    and coalesce(waiting.overdue_day_count, 0) <= groups.upto
group by groups.position, groups.group_name, groups.over, groups.upto
order by groups.position
