-- Money at a day, said once for every question: which lines count, and the rate (figures.md 1, 6, 7).

-- The lines of some units, as a reader may narrow them; a NULL narrows nothing. A component may be a project, and with it all its components.
create macro mart.line(units, only_unit, only_component, only_source, only_type, only_carried_over) as table
select *
from mart.money
where
    unit_code in (select unnest(units))
    and (only_unit is null or unit_code = only_unit)
    and (only_component is null or only_component in (component_code, project_code))
    and (only_source is null or fund_source = only_source)
    and (only_type is null or capital_type = only_type)
    and (only_carried_over is null or is_carried_over = only_carried_over);

-- The same lines of one plan year as they stood at a day.
create macro mart.line_at(asked_year, asked_on, units, only_unit, only_component, only_source, only_type, only_carried_over) as table
select *
from mart.line(units, only_unit, only_component, only_source, only_type, only_carried_over)
where plan_year = asked_year and from_on <= asked_on and to_on > asked_on;

-- Every unit with money: for figures of the whole province, which say nothing of one unit and guard themselves (figures.md 16).
create macro mart.every_unit() as (select list(distinct unit_code) from mart.money);

-- What lines add up to: Σ disbursed / Σ planned where both are known, the plan not reported on, and the lower bound over the whole plan.
create macro mart.rate(planned, disbursed) as {
    planned_vnd: sum(planned)::bigint,
    disbursed_vnd: (sum(disbursed) filter (where planned is not null))::bigint,
    compared_planned_vnd: (sum(planned) filter (where disbursed is not null))::bigint,
    unreported_planned_vnd: coalesce(sum(planned) filter (where disbursed is null), 0)::bigint,
    remaining_vnd: sum(planned - disbursed)::bigint,
    disbursed_share: sum(disbursed) filter (where planned is not null) / nullif(sum(planned) filter (where disbursed is not null), 0),
    lower_share: sum(disbursed) filter (where planned is not null) / nullif(sum(planned), 0)
};

-- Whether a rate lags behind the rate of the whole by more than the office's settings allow.
create macro mart.is_behind(rate, whole) as
coalesce(struct_extract(rate, 'disbursed_share') < struct_extract(whole, 'disbursed_share') - (select behind_points from mart.about), false);
