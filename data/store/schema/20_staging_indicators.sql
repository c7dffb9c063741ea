-- Targets set, and results told, each as sent: what stands for whom from when (figures.md 1, 3, 4; docs/decisions.md).
create view stg.province as select * from raw.province;
create view stg.indicator as select * from raw.indicator;
create view stg.breakdown as select * from raw.breakdown;
create view stg.indicator_group as select * from raw.indicator_group;

-- One row per: line of a sheet of indicators in a standing workbook, its figures side by side.
create view stg.indicator_line as
select
    c.submission_id, c.form, any_value(c.sheet) as sheet, c.row, any_value(c.unit_code) as unit_code, c.indicator_code, coalesce(c.breakdown, 'CHUNG') as breakdown,
    max(c.number) filter (c.field = 'planned') as planned, max(c.cell) filter (c.field = 'planned') as planned_cell,
    max(c.number) filter (c.field = 'result') as result, max(c.number) filter (c.field = 'numerator') as numerator,
    max(c.number) filter (c.field = 'denominator') as denominator, max(c.number) filter (c.field = 'base') as base,
    max(c.number) filter (c.field = 'base_numerator') as base_numerator, max(c.number) filter (c.field = 'base_denominator') as base_denominator,
    max(c.number) filter (c.field = 'estimated') as estimated, max(c.value) filter (c.field = 'source_text') as source_text,
    coalesce(min(c.cell) filter (c.field in ('result', 'numerator') and c.number is not null), min(c.cell)) as cell
from stg.cell c
where c.line_kind = 'detail' and c.indicator_code is not null
group by c.submission_id, c.form, c.row, c.indicator_code, coalesce(c.breakdown, 'CHUNG');

-- Targets by decision, the province's own among them: a later decision changes the lines it lists.
create view stg.target_by_decision as
with latest as (
    select s.plan_year, l.unit_code, l.indicator_code, l.breakdown, l.planned, s.effective_on as from_on, l.submission_id, l.sheet, l.planned_cell as cell
    from stg.indicator_line l
    join stg.submission s on s.submission_id = l.submission_id and s.kind = 'decision' and s.status = 'standing'
    where l.planned is not null
    qualify row_number() over (
        partition by s.plan_year, l.unit_code, l.indicator_code, l.breakdown, s.effective_on order by s.issued_on desc nulls last, s.decision_number desc
    ) = 1
)
select *, lead(from_on, 1, date '9999-12-31') over (partition by plan_year, unit_code, indicator_code, breakdown order by from_on) as to_on
from latest;

-- A unit's estimates (ước): they look ahead, and count only where nothing else was told (mart.attainment_at).
create view stg.estimated_ahead as
select
    s.plan_year, s.unit_code, f.form, s.cut_off_on as from_on,
    lead(s.cut_off_on, 1, date '9999-12-31') over (partition by s.plan_year, s.unit_code, f.form order by s.cut_off_on) as to_on, s.submission_id
from stg.submission s
join (select distinct form from stg.form_field where kind = 'own' and field = 'indicator_code') f on list_contains(s.forms, f.form)
where s.kind = 'own' and s.status = 'standing' and s.state = 'estimate' and s.unit_code is not null
qualify row_number() over (partition by s.plan_year, s.unit_code, f.form, s.cut_off_on order by s.entry desc) = 1;

-- What was published for the whole province speaks indicator by indicator, not for the workbook as a whole.
create view stg.published as
with best as (
    select s.plan_year, l.indicator_code, l.breakdown, s.cut_off_on as from_on, l.submission_id, l.form, l.row
    from stg.indicator_line l
    join stg.submission s on s.submission_id = l.submission_id and s.kind = 'publication' and s.status = 'standing'
    qualify row_number() over (
        partition by s.plan_year, l.indicator_code, l.breakdown, s.cut_off_on
        order by s.state = 'final' desc, s.state = 'preliminary' desc, s.issued_on desc nulls last, s.entry desc
    ) = 1
)
select *, lead(from_on, 1, date '9999-12-31') over (partition by plan_year, indicator_code, breakdown order by from_on) as to_on
from best;
