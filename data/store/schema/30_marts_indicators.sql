-- Targets, results, and the one rule of attainment (domain.md 6).
create table mart.province as select unit_code, name as unit_name, short_name from stg.province;
create table mart.indicator as select * from stg.indicator;
create table mart.breakdown as select * from stg.breakdown;
create table mart.indicator_group as select * from stg.indicator_group;

-- One row per: unit (or the province) × indicator × breakdown × stretch of time in which its year's target held.
create table mart.target as
select plan_year, unit_code, indicator_code, breakdown, planned, from_on, to_on, 'decision' as basis, submission_id, sheet, cell from stg.target_by_decision
union all by name
select i.plan_year, i.unit_code, l.indicator_code, l.breakdown, any_value(l.planned) as planned, i.from_on, i.to_on, 'unit' as basis, i.submission_id,
    any_value(l.sheet) as sheet, any_value(l.planned_cell) as cell
from stg.in_force i
join stg.indicator_line l on l.submission_id = i.submission_id and l.form = i.form and l.unit_code = i.unit_code
where l.planned is not null and (i.plan_year, i.unit_code, l.indicator_code) not in (select (plan_year, unit_code, indicator_code) from stg.target_by_decision)
group by all;

-- One row per: line of indicators told by a unit's own report, or published for the province, in every state. from_on is NULL where it does not speak.
create table mart.result as
select
    s.plan_year, case when s.kind = 'publication' then p.unit_code else s.unit_code end as unit_code, l.indicator_code, l.breakdown,
    l.result, l.numerator, l.denominator, l.base, l.base_numerator, l.base_denominator, l.estimated, l.source_text as citation,
    s.kind, s.state, s.round_code, s.decision_number, s.cut_off_on, s.version,
    coalesce(i.from_on, e.from_on, b.from_on) as from_on, coalesce(i.to_on, e.to_on, b.to_on) as to_on, l.submission_id, l.sheet, l.row, l.cell
from stg.indicator_line l
join stg.submission s on s.submission_id = l.submission_id and s.kind in ('own', 'publication') and s.status = 'standing'
cross join stg.province p
left join stg.in_force i on i.submission_id = l.submission_id and i.form = l.form
left join stg.estimated_ahead e on e.submission_id = l.submission_id and e.form = l.form
left join stg.published b on b.submission_id = l.submission_id and b.form = l.form and b.row = l.row
where s.kind = 'publication' or l.unit_code = s.unit_code;

-- What each unit told of each indicator, or the product counted for it, as known at a day.
create macro mart.results_at(asked_year, asked_on) as table
with told as (
    select unit_code, indicator_code, breakdown, result, numerator, denominator, base, base_numerator, base_denominator, estimated, citation, state,
        cut_off_on as reported_on, submission_id, sheet, cell
    from mart.result
    where plan_year = asked_year and from_on <= asked_on and to_on > asked_on
    qualify dense_rank() over (partition by unit_code order by state = 'estimate') = 1
),
spent as (
    select unit_code, sum(disbursed_vnd) filter (planned_vnd is not null) as numerator, sum(planned_vnd) filter (disbursed_vnd is not null) as denominator,
        max(reported_on) as reported_on
    from mart.money
    where plan_year = asked_year and from_on <= asked_on and to_on > asked_on and not is_carried_over
    group by unit_code
),
due as (
    select unit_code, count(*) filter (not is_late) as numerator, count(*) as denominator, max(due_on) as reported_on
    from mart.report
    where plan_year = asked_year and is_expected and last_on < asked_on
    group by unit_code
),
counted as (
    select unit_code, 'money' as counted_from, numerator, denominator, reported_on from spent where denominator > 0
    union all
    select unit_code, 'reports', numerator, denominator, reported_on from due
)
select t.* from told t join mart.indicator i on i.indicator_code = t.indicator_code and i.result_from = 'form'
union all by name
select c.unit_code, i.indicator_code, 'CHUNG' as breakdown, c.numerator::double as numerator, c.denominator::double as denominator, c.reported_on
from counted c join mart.indicator i on i.result_from = c.counted_from;

-- The target of each unit for each indicator at a day: decided, else the unit's own, else the standing one, for whoever holds the indicator.
create macro mart.targets_at(asked_year, asked_on) as table
with set_ as (
    select unit_code, indicator_code, breakdown, planned, basis from mart.target where plan_year = asked_year and from_on <= asked_on and to_on > asked_on
),
standing as (
    select u.unit_code, i.indicator_code, 'CHUNG' as breakdown,
        coalesce(case when i.result_from = 'money' then (select 100 * max(share) from mart.year_target where plan_year = asked_year and capital_type = '*') end, i.standing_target) as planned,
        case when i.result_from = 'money' then 'settings' else 'standing' end as basis
    from mart.unit_year y
    join mart.unit u on u.unit_code = y.unit_code
    join mart.indicator i on list_contains(i.held_by, u.kind) or list_contains(i.held_by, u.unit_code)
    where y.plan_year = asked_year
)
from set_
union all by name
from standing where planned is not null and (unit_code, indicator_code, breakdown) not in (select (unit_code, indicator_code, breakdown) from set_);

-- What an indicator achieved: its level, or where less is better by how much the level fell from where it began.
create macro mart.achieved(measure, base_level, level) as case measure when 'reduction' then base_level - level else level end;

-- Achieved of planned; none without a target.
create macro mart.attainment(achieved, planned) as round(case when planned > 0 then achieved / planned end, 9);

-- What lines of one indicator, each of another unit, make together; `counts`: whether a line enters, `is_told`: whether its result is known, a ratio's with
-- its parts. A count adds up; a ratio is Σ numerator / Σ denominator in percent. So do targets, those of ratios weighed by denominators; where no line
-- enters, what all of them plan.
create macro mart.lines_together(
    value_kind, level, base_level, numerator, denominator, base_numerator, base_denominator, planned, estimated, reported_on, is_told, counts
) as {
    planned: case
        when not bool_or(counts) then case when any_value(value_kind) = 'count' then sum(planned) when min(planned) = max(planned) then min(planned) end
        when any_value(value_kind) = 'ratio' then sum(planned * denominator) filter (counts) / nullif(sum(denominator) filter (counts and planned is not null), 0)
        else sum(planned) filter (counts) end,
    level: case any_value(value_kind) when 'ratio' then 100 * sum(numerator) filter (counts) / nullif(sum(denominator) filter (counts), 0)
        else sum(level) filter (counts) end,
    base_level: case any_value(value_kind) when 'ratio' then 100 * sum(base_numerator) filter (counts) / nullif(sum(base_denominator) filter (counts), 0)
        else sum(base_level) filter (counts) end,
    numerator: sum(numerator) filter (counts), denominator: sum(denominator) filter (counts),
    estimated: sum(estimated) filter (value_kind = 'count'), unreported_planned: sum(planned) filter (value_kind = 'count' and not is_told),
    oldest_on: min(reported_on) filter (counts), reported_on: max(reported_on) filter (counts),
    reported_count: count(*) filter (counts), expected_count: count(*)
};

-- Whether a unit's line, to enter, needs a target beside its result: where the whole has none of its own, the targets of units make it, and a unit
-- that has none does not enter beside one that has (as figures.md 7 for money).
create macro mart.needs_target(has_whole_target, has_plan) as not has_whole_target and has_plan;

-- One row per: unit × indicator × breakdown with a target or a result at a day; the province (unit_code of mart.province) as a whole among them.
-- It takes what was published for it where that is no older than what its units told, else the sum of its units.
create macro mart.levels_at(asked_year, asked_on) as table
with known as (
    select coalesce(r.unit_code, t.unit_code) as unit_code, coalesce(r.indicator_code, t.indicator_code) as indicator_code, coalesce(r.breakdown, t.breakdown) as breakdown,
        t.planned, t.basis, r.* exclude (unit_code, indicator_code, breakdown)
    from mart.results_at(asked_year, asked_on) r
    full join mart.targets_at(asked_year, asked_on) t on t.unit_code = r.unit_code and t.indicator_code = r.indicator_code and t.breakdown = r.breakdown
),
level as (
    select k.*, i.value as value_kind, i.measure,
        case when i.value = 'ratio' then coalesce(100 * numerator / nullif(denominator, 0), result) else result end as level,
        case when i.value = 'ratio' then coalesce(100 * base_numerator / nullif(base_denominator, 0), base) else base end as base_level,
        coalesce(denominator > 0 and numerator is not null and (i.measure = 'level' or (base_denominator > 0 and base_numerator is not null)), false) as is_pair
    from known k join (select indicator_code, value, measure from mart.indicator) i on i.indicator_code = k.indicator_code
),
achieved as (select *, mart.achieved(measure, base_level, level) as achieved from level),
whole as (select * from achieved where unit_code in (select unit_code from mart.province)),
own as (
    select o.*, case o.value_kind when 'ratio' then o.is_pair else o.achieved is not null end as is_told, w.planned is not null as has_whole_target,
        bool_or(o.planned is not null) over (partition by o.indicator_code, o.breakdown) as has_plan,
        is_told and (o.planned is not null or not mart.needs_target(has_whole_target, has_plan)) as is_added
    from achieved o
    left join whole w on w.indicator_code = o.indicator_code and w.breakdown = o.breakdown
    where o.unit_code in (select unit_code from mart.unit)
),
together as (
    select indicator_code, breakdown, any_value(value_kind) as value_kind, any_value(measure) as measure, bool_or(has_plan) as has_plan,
        unnest(mart.lines_together(
            value_kind, level, base_level, numerator, denominator, base_numerator, base_denominator, planned, estimated, reported_on, is_told, is_added
        )),
        case when bool_or(state = 'estimate') then 'estimate' when bool_or(state = 'preliminary') then 'preliminary' else max(state) end as state
    from own
    group by indicator_code, breakdown
)
select unit_code, indicator_code, breakdown, value_kind, measure, planned, basis as plan_basis, achieved, level, base_level, numerator, denominator, base_numerator, base_denominator,
    estimated, state, reported_on, reported_on as oldest_on, citation, submission_id, sheet, cell, (achieved is not null)::bigint as reported_count, 1::bigint as expected_count,
    false as is_published, null::double as unreported_planned, planned is not null as has_plan, is_told, has_whole_target, is_added
from own
union all by name
select p.unit_code, coalesce(t.indicator_code, w.indicator_code) as indicator_code, coalesce(t.breakdown, w.breakdown) as breakdown,
    coalesce(w.value_kind, t.value_kind) as value_kind, coalesce(w.measure, t.measure) as measure,
    coalesce(w.planned, t.planned) as planned, case when w.planned is not null then w.basis else 'units' end as plan_basis,
    coalesce(w.achieved is not null and (coalesce(t.reported_count, 0) = 0 or w.reported_on >= t.reported_on), false) as is_published,
    case when is_published then w.level else t.level end as level, case when is_published then w.base_level else t.base_level end as base_level,
    mart.achieved(coalesce(w.measure, t.measure), case when is_published then w.base_level else t.base_level end, case when is_published then w.level else t.level end) as achieved,
    case when is_published then w.numerator else t.numerator end as numerator, case when is_published then w.denominator else t.denominator end as denominator,
    coalesce(w.estimated, t.estimated) as estimated, case when is_published then w.state else t.state end as state,
    case when is_published then w.reported_on else t.reported_on end as reported_on, case when is_published then w.reported_on else t.oldest_on end as oldest_on,
    case when is_published then w.citation end as citation, case when is_published then w.submission_id end as submission_id,
    case when is_published then w.sheet end as sheet, case when is_published then w.cell end as cell,
    coalesce(t.reported_count, 0) as reported_count, coalesce(t.expected_count, 0) as expected_count,
    case when w.planned is null and not is_published then t.unreported_planned end as unreported_planned,
    w.planned is not null or coalesce(t.has_plan, false) as has_plan
from together t
full join whole w on w.indicator_code = t.indicator_code and w.breakdown = t.breakdown
cross join mart.province p;

-- The same with what was attained, where it should be by now, and the word for it; thresholds are the office's (settings.toml, indicator).
create macro mart.attainment_at(asked_year, asked_on) as table
with year as (
    select make_date(asked_year, 12, 31) as ends_on, least(1.0, (asked_on - make_date(asked_year - 1, 12, 31)) / (make_date(asked_year, 12, 31) - make_date(asked_year - 1, 12, 31))) as elapsed
),
rated as (
    select l.*, i.pace, mart.attainment(l.achieved, l.planned) as attainment_share,
        case i.pace when 'always' then 1.0 when 'even' then year.elapsed else case when asked_on >= year.ends_on then 1.0 end end as expected_share,
        asked_on >= year.ends_on as is_over
    from mart.levels_at(asked_year, asked_on) l
    join (select indicator_code, pace from mart.indicator) i on i.indicator_code = l.indicator_code
    cross join year
)
select r.*,
    case
        when not has_plan or planned <= 0 then 'no_target'
        when achieved is null then 'no_result'
        when attainment_share > a.exceeded_above then 'exceeded'
        when attainment_share >= a.reached_from then 'reached'
        when is_over then 'missed'
        when expected_share >= a.judged_from and attainment_share < a.at_risk_below * expected_share then 'at_risk'
        else 'under_way'
    end as status
from rated r cross join mart.about a;
