-- Tiêu đề: Kiến nghị giám sát và việc khắc phục
-- Trả lời câu hỏi: Mỗi kiến nghị đã nêu đến ngày $ngay được báo khắc phục, xác minh ngày nào; kiến nghị nào quá hạn?
-- Mức: vừa
with last_remedy as (
    select finding_id, max(remedied_on) as remedied_on from mart.remedy where remedied_on <= $ngay group by finding_id
),
last_word as (
    select finding_id, max(verified_on) as verified_on, max_by(is_remedied, verified_on) as is_remedied, max(due_on) as new_due_on
    from mart.verification where verified_on <= $ngay group by finding_id
),
told as (
    select
        f.*, coalesce(w.new_due_on, f.due_on) as last_due_on, r.remedied_on, w.verified_on, w.is_remedied,
        -- còn phải làm: chưa báo khắc phục, hoặc lần xác minh sau đó nói chưa xong
        r.remedied_on is null or coalesce(w.verified_on >= r.remedied_on and not w.is_remedied, false) as is_waiting
    from mart.finding f
    left join last_remedy r on r.finding_id = f.finding_id
    left join last_word w on w.finding_id = f.finding_id
    where f.found_on <= $ngay
)
select
    u.short_name as unit_short_name, t.found_on, t.finding, t.recommendation, t.last_due_on as due_on, t.remedied_on, t.verified_on, t.is_remedied,
    t.is_waiting and coalesce(t.last_due_on < $ngay, false) as is_overdue
from told t
join mart.unit u on u.unit_code = t.to_unit_code
where $don_vi is null or t.to_unit_code = $don_vi
order by is_overdue desc, t.last_due_on, t.finding_id
