-- More disbursed on a line than was allocated in detail, within its plan (overspent says what goes beyond it).
-- Name: Giải ngân vượt phân bổ chi tiết
-- Severity: warn
-- Sentence: Giải ngân vượt phân bổ chi tiết: tìm thấy {found} đồng, phân bổ chi tiết của dòng là {expected} đồng; cần kiểm tra lại.
with given as (
    select component_code, fund_source, capital_type, capital_year, max(amount_vnd) filter (field = 'allocated_vnd') as allocated_vnd,
        coalesce(max(amount_vnd) filter (field = 'adjusted_vnd'), max(amount_vnd) filter (field = 'assigned_vnd')) as planned_vnd
    from cell where field in ('assigned_vnd', 'adjusted_vnd', 'allocated_vnd') and line_kind = 'detail' group by all
)

select c.sheet, c.cell, c.amount_vnd as found, g.allocated_vnd as expected
from cell c join given g using (component_code, fund_source, capital_type, capital_year)
where c.field = 'disbursed_vnd' and c.line_kind = 'detail' and c.amount_vnd > g.allocated_vnd and c.amount_vnd <= coalesce(g.planned_vnd, c.amount_vnd)
