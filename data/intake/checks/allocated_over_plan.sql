-- More allocated in detail than planned on a line.
-- Name: Phân bổ chi tiết vượt kế hoạch
-- Severity: warn
-- Sentence: Phân bổ chi tiết vượt kế hoạch: tìm thấy {found} đồng, kế hoạch của dòng là {expected} đồng; cần kiểm tra lại.
with plan as (
    select component_code, fund_source, capital_type, capital_year,
        coalesce(max(amount_vnd) filter (field = 'adjusted_vnd'), max(amount_vnd) filter (field = 'assigned_vnd')) as planned_vnd
    from cell where field in ('assigned_vnd', 'adjusted_vnd') and line_kind = 'detail' group by all
)

select c.sheet, c.cell, c.amount_vnd as found, p.planned_vnd as expected
from cell c join plan p using (component_code, fund_source, capital_type, capital_year)
where c.field = 'allocated_vnd' and c.line_kind = 'detail' and c.amount_vnd > p.planned_vnd
