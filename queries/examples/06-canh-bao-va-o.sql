-- Tiêu đề: Cảnh báo và ô đã nêu cảnh báo
-- Trả lời câu hỏi: Những cảnh báo nào đang có trong báo cáo năm $nam, nằm ở tệp nào, trang nào, ô nào?
-- Mức: dễ
select u.short_name as unit_short_name, w.sentence, s.file_name, w.sheet, w.cell
from mart.warning w
join mart.submission s on s.submission_id = w.submission_id
left join mart.unit u on u.unit_code = w.unit_code
where w.plan_year = $nam
order by u.position nulls last, s.file_name, w.sheet, w.cell
