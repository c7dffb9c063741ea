-- An amount many times the plan, or next to nothing of it: the wrong unit of money.
-- Name: Nhầm đơn vị ×1.000 trong báo cáo
-- Severity: warn
-- Sentence: Nghi nhầm đơn vị tiền ×1.000: tìm thấy {found} đồng, kế hoạch của dòng là {expected} đồng; cần kiểm tra đơn vị tính.
with plan as (
    select component_code, fund_source, capital_type, capital_year,
        coalesce(max(amount_vnd) filter (field = 'adjusted_vnd'), max(amount_vnd) filter (field = 'assigned_vnd')) as planned_vnd
    from cell where field in ('assigned_vnd', 'adjusted_vnd') and line_kind = 'detail' group by all
)

select c.sheet, c.cell, c.amount_vnd as found, p.planned_vnd as expected
from cell c join plan p using (component_code, fund_source, capital_type, capital_year), setting s
where c.field = 'disbursed_vnd' and c.line_kind = 'detail' and p.planned_vnd > 0
  and (c.amount_vnd / p.planned_vnd >= s.slip_over_plan or c.amount_vnd > 0 and c.amount_vnd / p.planned_vnd < s.slip_under_plan)
