-- Tiêu đề: Lọc theo đơn vị, dự án, nguồn vốn
-- Trả lời câu hỏi: Trong đơn vị $don_vi, dự án $du_an, nguồn $nguon (để trống = tất cả), từng nguồn và loại vốn giải ngân bao nhiêu?
-- Mức: dễ
select
    f.short_name as fund_source_name,
    t.short_name as capital_type_name,
    sum(m.planned_vnd) as planned_vnd,
    sum(m.disbursed_vnd) filter (where m.planned_vnd is not null) as disbursed_vnd,
    sum(m.disbursed_vnd) filter (where m.planned_vnd is not null) / sum(m.planned_vnd) filter (where m.disbursed_vnd is not null) as disbursed_share
from mart.money m
join mart.fund_source f on f.code = m.fund_source
join mart.capital_type t on t.code = m.capital_type
where m.plan_year = $nam and m.from_on <= $ngay and m.to_on > $ngay and not m.is_carried_over
    and ($don_vi is null or m.unit_code = $don_vi)
    and ($du_an is null or $du_an in (m.component_code, m.project_code)) -- dự án gồm các tiểu dự án của nó
    and ($nguon is null or m.fund_source = $nguon)
group by all
order by planned_vnd desc
