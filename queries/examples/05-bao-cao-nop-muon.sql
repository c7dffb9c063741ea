-- Tiêu đề: Báo cáo nộp muộn
-- Trả lời câu hỏi: Trong năm $nam, báo cáo nào nộp muộn từ $so_ngay ngày làm việc trở lên?
-- Mức: dễ
select u.short_name as unit_short_name, r.round_name, r.last_on, r.received_on, r.late_day_count
from mart.report r
join mart.unit u on u.unit_code = r.unit_code
where r.plan_year = $nam and r.cut_off_on <= $ngay and r.late_day_count >= coalesce($so_ngay, 1)
order by r.late_day_count desc, r.received_on, u.position
