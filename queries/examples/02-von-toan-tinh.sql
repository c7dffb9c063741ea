-- Tiêu đề: Kế hoạch vốn, giải ngân và tỷ lệ ở một ngày
-- Trả lời câu hỏi: Đến ngày $ngay, vốn năm nay đã giải ngân bao nhiêu trên kế hoạch?
-- Mức: dễ
-- Mỗi dòng của mart.money đúng trong một khoảng ngày: ở ngày D lấy dòng có from_on <= D và to_on > D.
-- Tỷ lệ = Σ giải ngân ÷ Σ kế hoạch, chỉ ở các dòng có cả hai số; không lấy trung bình các tỷ lệ.
select
    sum(planned_vnd) as planned_vnd,
    sum(disbursed_vnd) filter (where planned_vnd is not null) as disbursed_vnd,
    sum(disbursed_vnd) filter (where planned_vnd is not null) / sum(planned_vnd) filter (where disbursed_vnd is not null) as disbursed_share
from mart.money
where plan_year = $nam and from_on <= $ngay and to_on > $ngay
    and not is_carried_over -- vốn kéo dài đứng riêng
