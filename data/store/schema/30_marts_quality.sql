-- Rules by name, and the warnings that stand at a day.
create table mart.rule as select * from stg.rule;

-- Warnings of submissions that speak of no later day, of some units; the province's own figures (publications) with `whole`, where it may be seen.
-- A report is in force until the unit's next one; a decision and a publication stand beside each other.
create macro mart.warning_at(asked_year, asked_on, units, whole, only_unit, only_rule) as table
select distinct
    w.plan_year, w.unit_code, coalesce(u.short_name, p.short_name) as unit_short_name, coalesce(u.position, -1) as unit_position, w.rule, r.rule_name, w.scope,
    w.submission_id, s.kind, s.round_code, coalesce(n.name, s.decision_number) as round_name, coalesce(s.cut_off_on, s.effective_on) as cut_off_on,
    w.sheet, w.cell, concat_ws('!', nullif(w.sheet, ''), nullif(w.cell, '')) as place, w.sentence,
    s.kind in ('decision', 'publication') or exists (
        from mart.in_force f where f.submission_id = w.submission_id and f.from_on <= asked_on and f.to_on > asked_on
    ) as is_in_force
from mart.warning w
join mart.submission s on s.submission_id = w.submission_id
join mart.rule r on r.rule = w.rule and r.scope = w.scope
left join stg.round n on n.round_code = s.round_code
left join mart.unit u on u.unit_code = w.unit_code
left join mart.province p on p.unit_code = w.unit_code
where w.plan_year = asked_year and coalesce(s.cut_off_on, s.effective_on) <= asked_on
    and (w.unit_code in (select unnest(units)) or (whole and p.unit_code is not null))
    and (only_unit is null or w.unit_code = only_unit) and (only_rule is null or w.rule = only_rule);
