-- What each indicator is: how it is counted, on what basis, and who wrote, checked and reviewed its definition.
-- One row per: indicator
-- Takes: none
-- Gives: indicator_code, indicator_name, indicator_short_name, group_codes, group_names, component_code, measure_unit, level_unit, measure, value_kind, counted, numerator_name, denominator_name, breakdown_names, pace, result_from, standing_target, baseline, baseline_on, term_target, term_note, legal_basis, note, authored, checked, reviewed
-- Key:   indicator_code
-- Behind: nothing, because the office set it
select
    i.indicator_code, i.name as indicator_name, i.short_name as indicator_short_name, i.groups as group_codes,
    (select string_agg(g.name, ', ' order by g.position) from mart.indicator_group as g where list_contains(i.groups, g.code)) as group_names,
    i.component_code, i.unit as measure_unit, coalesce(nullif(i.level_unit, ''), i.unit) as level_unit, i.measure, i.value as value_kind, i.counted,
    i.numerator as numerator_name, i.denominator as denominator_name,
    coalesce((select string_agg(b.name, ', ' order by b.position) from mart.breakdown as b where list_contains(i.breakdowns, b.code)), '') as breakdown_names,
    i.pace, i.result_from, i.standing_target, i.baseline, i.baseline_on, i.five_year_target as term_target, i.five_year_note as term_note, i.legal_basis, i.note, i.authored, i.checked, i.reviewed
from mart.indicator as i
order by i.position
