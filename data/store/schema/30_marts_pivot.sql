-- Figures cut by any dimensions: what a pivot counts of each subject, line by line, each with its `axes`, a map from dimension to the code that
-- the line has on it ('' where it has none). A question of queries/pivot adds lines up; the page's macros say which lines there are.

-- Whether a line is one that the reader keeps: of every dimension named in `kept`, one of its codes.
create macro mart.is_kept(axes, kept) as
coalesce(len(list_filter(
    map_entries(cast(kept as map(varchar, varchar[]))), lambda one: not list_contains(one.value, coalesce(axes[one.key], ''))
)), 0) = 0;

-- Where a line with these axes counts: once at each level of totals, with its codes there ('' where it has none, NULL above that level). Depth 0
-- is the total of all, len(named) the cell itself; no level is told at which something that stands `apart` is not named. (Grouping sets plan every
-- distinct count anew for each level: three times slower.)
create macro mart.place(axes, named_rows, named_columns, apart) as table
select
    row_depth,
    if(row_depth >= 1, coalesce(axes[named_rows[1]], ''), null) as row_1,
    if(row_depth >= 2, coalesce(axes[named_rows[2]], ''), null) as row_2,
    if(row_depth >= 3, coalesce(axes[named_rows[3]], ''), null) as row_3,
    column_depth,
    if(column_depth >= 1, coalesce(axes[named_columns[1]], ''), null) as column_1,
    if(column_depth >= 2, coalesce(axes[named_columns[2]], ''), null) as column_2
from range(len(named_rows) + 1) as r (row_depth), range(len(named_columns) + 1) as c (column_depth)
where list_has_all(named_rows[:row_depth] || named_columns[:column_depth], apart);

-- The moments asked for: budget years as they stood on days, pair by pair.
create macro mart.moment(years, days) as table select unnest(years) as moment_year, unnest(days) as moment_on;

create macro mart.money_in(years, days, kept, units) as table
select
    money.*, moment_on, map {
        'unit': money.unit_code, 'kind': unit.kind, 'project': project_code, 'component': component_code, 'fund_source': fund_source,
        'capital_type': capital_type, 'capital_year': capital_year::varchar, 'carried_over': if(is_carried_over, 'yes', 'no'),
        'plan_year': plan_year::varchar, 'cut_off': moment_on::varchar
    } as axes
from mart.moment(years, days), lateral (from mart.line_at(moment_year, moment_on, units, null, null, null, null, null)) as money
inner join mart.unit as unit on unit.unit_code = money.unit_code
where mart.is_kept(axes, kept);

-- Every form of every report, and '' for the report as a whole: only one of them is ever counted.
create macro mart.reports_in(years, days, kept, units) as table
select
    report.*, moment_on, map {
        'unit': unit_code, 'kind': kind, 'round': round_code, 'round_kind': round_kind, 'form': report.form, 'report_status': status, 'plan_year': plan_year::varchar
    } as axes
from mart.moment(years, days), (select distinct form as asked from mart.report_form) as one,
    lateral (from mart.reports_at(moment_year, moment_on, asked, units, null, null)) as report
where mart.is_kept(axes, kept);

create macro mart.obstacles_in(years, days, kept, units) as table
select
    obstacle.*, moment_on, map {
        'unit': obstacle.unit_code, 'kind': unit.kind, 'project': component.project_code, 'component': obstacle.component_code, 'cause': cause_code,
        'plan_year': plan_year::varchar, 'cut_off': moment_on::varchar
    } as axes
from mart.moment(years, days), lateral (from mart.obstacle_at(moment_year, moment_on, units, null, null)) as obstacle
inner join mart.unit as unit on unit.unit_code = obstacle.unit_code
inner join mart.component as component on component.component_code = obstacle.component_code
where mart.is_kept(axes, kept);

-- A decision and what the province published belong to no round.
create macro mart.warnings_in(years, days, kept, units, whole) as table
select
    warning.*, moment_on, map {
        'unit': warning.unit_code, 'kind': coalesce(unit.kind, 'province'), 'round': coalesce(round_code, ''), 'rule': rule, 'plan_year': plan_year::varchar
    } as axes
from mart.moment(years, days), lateral (from mart.warning_at(moment_year, moment_on, units, whole, null, null)) as warning
left join mart.unit as unit on unit.unit_code = warning.unit_code
where mart.is_kept(axes, kept);

-- What units were to reach and reached; the province as a whole is no line of theirs (mart.levels_at).
create macro mart.results_in(years, days, kept, units) as table
select
    result.*, moment_year as plan_year, moment_on, map {
        'indicator': result.indicator_code, 'unit': result.unit_code, 'kind': unit.kind, 'project': component.project_code, 'component': indicator.component_code,
        'breakdown': breakdown, 'attained': status, 'plan_year': moment_year::varchar, 'cut_off': moment_on::varchar
    } as axes
from mart.moment(years, days), lateral (from mart.attainment_at(moment_year, moment_on)) as result
inner join mart.unit as unit on unit.unit_code = result.unit_code and unit.unit_code in (select unnest(units))
inner join mart.indicator as indicator on indicator.indicator_code = result.indicator_code
left join mart.component as component on component.component_code = indicator.component_code
where mart.is_kept(axes, kept);

-- The recommendations of every visit, as they stood on the day; each lies with the unit that holds it.
create macro mart.recommendations_in(years, days, kept, units) as table
select
    advice.*, map {
        'unit': held_by_code, 'kind': holder.current_kind, 'project': project_code, 'component': component_code, 'finding_kind': finding_kind,
        'visit_plan_year': plan_year::varchar, 'standing': case when is_overdue then 'overdue' when is_waiting then 'waiting' else status end
    } as axes
from mart.moment(years, days), lateral (from mart.recommendation_at(moment_on, units, null, null)) as advice
inner join (select distinct current_code, current_kind from mart.unit_follows) as holder on holder.current_code = held_by_code
where mart.is_kept(axes, kept);

-- The cells that the parts of each line were read from, as they stood at a day. The plan: what the last decision up to the day gave, or adjusted,
-- or the unit's own report where no decision is in the archive.
create macro mart.money_cell_at(asked_year, asked_on, units) as table
with cell as (
    select s.unit_code, s.component_code, s.fund_source, s.capital_type, s.capital_year, s.field, s.submission_id, s.sheet, s.cell, s.amount_vnd, s.text, f.from_on as spoken_on
    from mart.source s
    left join mart.in_force f on f.submission_id = s.submission_id and f.form = s.form and f.from_on <= asked_on and f.to_on > asked_on
    where s.plan_year = asked_year and s.line_kind = 'detail' and s.amount_vnd is not null and s.unit_code in (select unnest(units))
),
assigned as ( -- the last decision up to the day that gave the amount; one in force may only have adjusted it
    select c.unit_code, c.component_code, c.fund_source, c.capital_type, c.capital_year, arg_max(c.submission_id, d.from_on) as decision
    from cell c
    join mart.decided_plan d using (submission_id, unit_code, component_code, fund_source, capital_type, capital_year)
    where c.field = 'assigned_vnd' and d.plan_year = asked_year and d.from_on <= asked_on
    group by all
),
part as (
    select
        l.*, unnest([
            {part: 'disbursed', field: 'disbursed_vnd', submission_id: report_submission}, {part: 'allocated', field: 'allocated_vnd', submission_id: null},
            {part: 'assigned', field: 'assigned_vnd', submission_id: if(plan_basis = 'decision', decision, plan_submission)},
            {part: 'planned', field: if(adjusted_vnd is null, 'assigned_vnd', 'adjusted_vnd'),
                submission_id: if(plan_basis = 'decision' and adjusted_vnd is null, decision, plan_submission)}
        ], recursive := true)
    from mart.line_at(asked_year, asked_on, units, null, null, null, null, null) l
    left join assigned using (unit_code, component_code, fund_source, capital_type, capital_year)
)
select part.unit_code, part.component_code, part.fund_source, part.capital_type, part.capital_year, part.part, cell.submission_id, cell.sheet, cell.cell, cell.amount_vnd, cell.text
from part
join cell using (unit_code, component_code, fund_source, capital_type, capital_year, field)
where cell.submission_id = part.submission_id or (part.part = 'allocated' and cell.spoken_on is not null);

-- Everything that a reader may choose among, by dimension; unit codes are for those who may see the unit.
create view mart.member as
select 'unit' as dimension, unit_code as code, short_name as name, position from mart.unit
union all
select 'project', project_code, short_name, position from mart.project
union all
select 'component', c.component_code, c.short_name, 100 * p.position + c.position from mart.component c join mart.project p using (project_code)
union all
select 'fund_source', code, short_name, position from mart.fund_source
union all
select 'capital_type', code, short_name, position from mart.capital_type
union all
select distinct 'capital_year', capital_year::varchar, 'vốn ' || capital_year, -capital_year from mart.money
union all
select distinct 'plan_year', plan_year::varchar, 'năm ' || plan_year, plan_year from mart.unit_year
union all
select distinct 'cut_off', cut_off_on::varchar, strftime(cut_off_on, '%d/%m/%Y'), epoch(cut_off_on)::bigint from mart.cut_off
union all
select 'round', round_code, name, epoch(cut_off_on)::bigint from stg.round
union all
select distinct 'form', form, coalesce(form_title, 'cả báo cáo'), if(form = '', 0, 1) from mart.report_form
union all
select 'cause', code, name, position from stg.cause
union all
select 'rule', rule, rule_name, row_number() over (order by rule_name collate vi) from stg.rule
where severity = 'warn' or rule in (select rule from mart.warning)
union all -- an indicator may be of the whole programme, a finding too; a decision that is warned of belongs to no round
select unnest(['project', 'component', 'round']), '', unnest(['không thuộc riêng dự án nào', 'không thuộc riêng dự án nào', 'không theo kỳ']), 100000
union all -- only where what was published of the province is warned of, or somebody is to remedy something for it
select unnest(['unit', 'kind']), unnest([unit_code, 'province']), 'cấp tỉnh', 1000 from mart.province
where unit_code in (select unit_code from mart.warning union all select to_unit_code from mart.finding)
union all
select 'indicator', indicator_code, short_name, position from mart.indicator
union all
select 'breakdown', code, name, position from mart.breakdown
union all
select 'finding_kind', code, name, position from mart.finding_kind
union all
select distinct 'visit_plan_year', plan_year::varchar, 'năm ' || plan_year, plan_year from mart.visit
union all -- units that report nothing, but were asked to remedy something, or follow one that was
select distinct 'unit', current_code, current_short_name, 900 from mart.unit_follows
where unit_code in (select to_unit_code from mart.finding) and current_code not in (select unit_code from mart.unit union all select unit_code from mart.province);
