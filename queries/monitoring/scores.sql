-- A score that helps choose the districts to monitor on site: each part 0 to 1 beside the highest of those seen, their mean by the office's weights.
-- One row per: district
-- Takes: plan_year, on, today, for_year, units
-- Gives: unit_code, unit_short_name, unspent_vnd, money_score, late_count, due_count, lateness_score, waiting_count, findings_score, warning_count, anomalies_score, last_onsite_plan_year, years_score, score
-- Key:   unit_code
-- Behind: money carried_over=false
with told as (
    select
        unit.unit_code,
        unit.short_name as unit_short_name,
        unit.position,
        money.unspent_vnd,
        coalesce(arrived.late_count, 0) as late_count,
        coalesce(arrived.due_count, 0) as due_count,
        coalesce(found.waiting_count, 0) as waiting_count,
        coalesce(warned.warning_count, 0) as warning_count,
        visited.last_onsite_plan_year,
        -- never visited as far as is known: counted from before the first year of which visits are known
        $for_year - coalesce(visited.last_onsite_plan_year, (select min(plan_year) - 1 from mart.visit), $for_year - 1) as years_count
    from mart.unit as unit
    left join (
        select unit_code, sum(planned_vnd - coalesce(disbursed_vnd, 0))::bigint as unspent_vnd
        from mart.line_at($plan_year, $on, $units, null, null, null, null, false)
        group by unit_code
    ) as money using (unit_code)
    left join (
        select unit_code, count_if(is_due)::bigint as due_count, count_if(is_due and coalesce(late_day_count, overdue_day_count, 0) > 0)::bigint as late_count
        from mart.reports_at($plan_year, $today, '', $units, null, null)
        group by unit_code
    ) as arrived using (unit_code)
    left join (
        select held_by_code as unit_code, count_if(is_waiting)::bigint as waiting_count
        from mart.recommendation_at($today, $units, null, null)
        group by held_by_code
    ) as found using (unit_code)
    left join (
        select unit_code, count(*)::bigint as warning_count from mart.warning_at($plan_year, $on, $units, false, null, null) group by unit_code
    ) as warned using (unit_code)
    left join (
        select unit_code, max(plan_year) as last_onsite_plan_year from mart.visit
        where visit_mode = 'onsite' and plan_year < $for_year and ends_on <= $today
        group by unit_code
    ) as visited using (unit_code)
    where unit.kind = 'district' and unit.unit_code in (select unnest($units))
),
parts as (
    select
        *,
        coalesce(greatest(unspent_vnd, 0) / nullif(max(unspent_vnd) over (), 0), 0) as money_score,
        coalesce((late_count / nullif(due_count, 0)) / nullif(max(late_count / nullif(due_count, 0)) over (), 0), 0) as lateness_score,
        coalesce(waiting_count / nullif(max(waiting_count) over (), 0), 0) as findings_score,
        coalesce(warning_count / nullif(max(warning_count) over (), 0), 0) as anomalies_score,
        greatest(years_count, 0) / nullif(greatest(max(years_count) over (), 1), 0) as years_score
    from told
)
select
    unit_code,
    unit_short_name,
    unspent_vnd,
    money_score,
    late_count,
    due_count,
    lateness_score,
    waiting_count,
    findings_score,
    warning_count,
    anomalies_score,
    last_onsite_plan_year,
    years_score,
    (w.weight_money * money_score + w.weight_lateness * lateness_score + w.weight_findings * findings_score
        + w.weight_anomalies * anomalies_score + w.weight_years * years_score)
    / nullif(w.weight_money + w.weight_lateness + w.weight_findings + w.weight_anomalies + w.weight_years, 0) as score
from parts cross join mart.monitoring as w
order by score desc nulls last, position
