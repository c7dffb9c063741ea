-- Tiêu đề: Chỉ tiêu: kế hoạch và kết quả
-- Trả lời câu hỏi: Với các chỉ tiêu đếm được, đến ngày $ngay từng đơn vị được giao bao nhiêu, đã làm được bao nhiêu?
-- Mức: vừa
with told as (
    select *
    from mart.result
    where plan_year = $nam and from_on <= $ngay and to_on > $ngay
    -- số ước chỉ dùng khi đơn vị chưa có số nào khác
    qualify dense_rank() over (partition by unit_code order by state = 'estimate') = 1
)
select
    i.short_name as indicator_name, i.unit as measure_unit, u.short_name as unit_short_name,
    t.planned, r.result, r.result / nullif(t.planned, 0) as attainment_share
from mart.target t
join mart.indicator i on i.indicator_code = t.indicator_code and i.value = 'count' and i.measure = 'level' and i.result_from = 'form'
join mart.unit u on u.unit_code = t.unit_code
left join told r on r.unit_code = t.unit_code and r.indicator_code = t.indicator_code and r.breakdown = t.breakdown
where t.plan_year = $nam and t.from_on <= $ngay and t.to_on > $ngay
    and t.breakdown = 'CHUNG' -- CHUNG là tất cả; nữ, Khmer … là “trong đó”, không cộng vào
    and ($don_vi is null or t.unit_code = $don_vi)
order by i.position, u.position
