-- Truth of the store: at every cut-off the mart adds up to the cells of the report in force. A store where this fails is not published.
-- Name: Tổng trong kho khác tổng các ô
-- Severity: refuse
-- Sentence: Tổng giải ngân trong kho là {found}, cộng các ô là {expected}.
with mart_sum as (
    select i.plan_year, i.unit_code, i.submission_id, i.round_code, coalesce(sum(m.disbursed_vnd), 0)::bigint as found
    from stg.reported i
    left join mart.money m on m.plan_year = i.plan_year and m.unit_code = i.unit_code and m.from_on <= i.cut_off_on and m.to_on > i.cut_off_on
    group by all
),
cell_sum as (
    -- straight from what was read, so that a line lost on the way (a key the form does not ask for) is seen here
    select submission_id, sum(amount_vnd)::bigint as expected from stg.cell
    where line_kind = 'detail' and field = 'disbursed_vnd' and coalesce(fund_source not in (select code from stg.fund_source where not in_plan), true)
    group by all
)
select m.plan_year, m.unit_code, m.round_code, m.submission_id, '' as sheet, '' as cell, m.found, coalesce(c.expected, 0) as expected
from mart_sum m left join cell_sum c using (submission_id) where m.found <> coalesce(c.expected, 0)
