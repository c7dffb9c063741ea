-- The days for which figures of the Treasury are in the archive, the newest first.
-- One row per: day of figures of the Treasury, up to a day
-- Takes: plan_year, today, units
-- Gives: extract_on, received_on, numbers, unit_count, missing_names
-- Key:   extract_on
-- Behind: nothing, because each row is a paper of the Treasury
with extract as (
    select
        treasury.extract_on,
        max(treasury.received_on) as received_on,
        string_agg(distinct submission.decision_number, '; ' order by submission.decision_number) as numbers,
        count(distinct treasury.unit_code) as unit_count,
        list(distinct treasury.unit_code) as listed
    from mart.treasury as treasury
    inner join mart.submission as submission using (submission_id)
    where treasury.plan_year = $plan_year and treasury.extract_on <= $today and treasury.unit_code in (select unnest($units))
    group by treasury.extract_on
)
select
    extract_on,
    received_on,
    numbers,
    unit_count,
    (
        select string_agg(unit.short_name, ', ' order by unit.position)
        from mart.unit_year as year
        inner join mart.unit as unit using (unit_code)
        where year.plan_year = $plan_year and year.unit_code in (select unnest($units)) and not list_contains(listed, year.unit_code)
    ) as missing_names
from extract
order by extract_on desc
