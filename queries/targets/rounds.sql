-- Every result sent for an indicator up to a day, in every state, and which one speaks at that day.
-- One row per: unit (the province: what was published for it) × breakdown × workbook that told it
-- Takes: plan_year, on, indicator, unit, benchmarks, units
-- Gives: unit_code, unit_short_name, breakdown, breakdown_name, round_name, cut_off_on, state, is_best, level, base_level, achieved, numerator, denominator, estimated, level_unit, measure_unit, citation, version, received_at, file_name, submission_id, sheet, cell
-- Key:   unit_code, breakdown, submission_id
-- Behind: nothing, because each row names its file and its cell
with told as (
    select r.*,
        case when i.value = 'ratio' then coalesce(100 * r.numerator / nullif(r.denominator, 0), r.result) else r.result end as level,
        case when i.value = 'ratio' then coalesce(100 * r.base_numerator / nullif(r.base_denominator, 0), r.base) else r.base end as base_level,
        i.measure, i.unit as measure_unit, coalesce(nullif(i.level_unit, ''), i.unit) as level_unit
    from mart.result as r
    inner join mart.indicator as i using (indicator_code)
    where r.plan_year = $plan_year and r.cut_off_on <= $on and r.indicator_code = $indicator
)
select
    t.unit_code, coalesce(u.short_name, (select short_name from mart.province)) as unit_short_name, t.breakdown, case when t.breakdown = 'CHUNG' then '' else b.name end as breakdown_name,
    coalesce((select any_value(round_name) from mart.report as m where m.round_code = t.round_code), t.decision_number) as round_name,
    t.cut_off_on, t.state, coalesce(t.from_on <= $on and t.to_on > $on and t.state <> 'estimate', false) as is_best,
    t.level, t.base_level, mart.achieved(t.measure, t.base_level, t.level) as achieved,
    t.numerator, t.denominator, t.estimated, t.level_unit, t.measure_unit, t.citation, t.version, s.received_at at time zone 'UTC' as received_at, s.file_name,
    t.submission_id, t.sheet, t.cell
from told as t
inner join mart.breakdown as b on b.code = t.breakdown
inner join mart.submission as s using (submission_id)
left join mart.unit as u on u.unit_code = t.unit_code
where
    (t.unit_code in (select unnest($units)) or ($benchmarks and t.unit_code in (select unit_code from mart.province)))
    and ($unit is null or t.unit_code = $unit)
order by u.position nulls first, b.position, t.cut_off_on desc, t.state = 'final' desc, t.version desc
