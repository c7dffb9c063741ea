-- How many units have figures exactly at a day, which is the oldest in use, which have none.
-- One row per: the whole answer (one row)
-- Takes: plan_year, on, unit, units
-- Gives: unit_count, exact_count, reported_count, oldest_unit_name, oldest_on, missing_names
-- Key:   unit_count
-- Behind: nothing, because it counts units, which by_unit lists
with latest as (
    select unit_code, max(cut_off_on) as reported_on
    from mart.cut_off
    where plan_year = $plan_year and cut_off_on <= $on
    group by unit_code
),
expected as (
    select short_name, position, reported_on
    from mart.unit_year
    inner join mart.unit using (unit_code)
    left join latest using (unit_code)
    where plan_year = $plan_year and unit_code in (select unnest($units)) and ($unit is null or unit_code = $unit)
)
select
    count(*) as unit_count,
    count(*) filter (where reported_on = $on) as exact_count,
    count(reported_on) as reported_count,
    arg_min(short_name, (reported_on, position)) filter (where reported_on is not null) as oldest_unit_name,
    min(reported_on) as oldest_on,
    coalesce(string_agg(short_name, ', ' order by position) filter (where reported_on is null), '') as missing_names
from expected
