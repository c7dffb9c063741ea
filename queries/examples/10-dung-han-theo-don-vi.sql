-- Tiêu đề: Tỷ lệ báo cáo đúng hạn
-- Trả lời câu hỏi: Trong các báo cáo của năm $nam đã đến hạn hoặc đã nhận đến ngày $ngay, mỗi đơn vị nộp đúng hạn bao nhiêu phần trăm?
-- Mức: vừa
-- Đã đến hạn (due) = đã qua ngày cuối, hoặc đã nhận. Tỷ lệ = số đúng hạn ÷ số đã đến hạn.
select
    u.short_name as unit_short_name,
    count(*) as expected_count,
    count(*) filter (where r.last_on < $ngay or r.late_day_count is not null) as due_count,
    count(*) filter (where r.late_day_count = 0) as on_time_count,
    count(*) filter (where r.late_day_count = 0) / nullif(count(*) filter (where r.last_on < $ngay or r.late_day_count is not null), 0) as on_time_share
from mart.report r
join mart.unit u on u.unit_code = r.unit_code
where r.plan_year = $nam and r.is_expected and r.cut_off_on <= $ngay
group by u.short_name, u.position
order by on_time_share nulls last, u.position
