-- Tiêu đề: So với cùng kỳ năm trước
-- Trả lời câu hỏi: Ở cùng ngày, cùng tháng, tỷ lệ giải ngân các năm là bao nhiêu?
-- Mức: vừa
with line as (
    select *, ($ngay - to_years(($nam - plan_year)::int))::date as same_day_on -- 29/02 thành 28/02
    from mart.money
    where plan_year <= $nam and not is_carried_over
)
select
    plan_year, same_day_on,
    sum(disbursed_vnd) filter (where planned_vnd is not null) as disbursed_vnd,
    sum(planned_vnd) filter (where disbursed_vnd is not null) as compared_planned_vnd,
    sum(disbursed_vnd) filter (where planned_vnd is not null) / sum(planned_vnd) filter (where disbursed_vnd is not null) as disbursed_share
from line
where from_on <= same_day_on and to_on > same_day_on
group by plan_year, same_day_on
order by plan_year
