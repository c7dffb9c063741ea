"""How each figure is counted, in words a reader can check: one wording per column of an answer (the columns of pages.parts.headings)."""

import pandas as pd

from pages.parts import outlook
from pages.parts.formats import is_missing
from pages.parts.headings import HEADINGS

FORECAST = ("low_share", "middle_share", "high_share", "at_risk_low_vnd", "at_risk_high_vnd")  # computed with earlier years

NAMES = {  # figures that stand on screen inside sentences, under no heading of a table
    "compared_planned_vnd": "Kế hoạch vốn đã có số giải ngân",
    "unit_basis_vnd": "Kế hoạch theo đơn vị báo cáo",
    "unplanned_disbursed_vnd": "Giải ngân ngoài kế hoạch",
    "planned": "Kế hoạch năm của chỉ tiêu",
    "achieved": "Thực hiện",
    "level": "Mức hiện nay",
    "base_level": "Mức đầu kỳ",
    "estimated": "Ước cả năm",
    "unreported_planned": "Chỉ tiêu giao cho đơn vị chưa có kết quả",
    "measured_share": "Tỷ lệ dùng để xếp hạng",
    "unnamed_count": "Vướng mắc chưa nêu số vốn",
    "cause_count": "Số nguyên nhân",
    "late_day_count": "Số ngày làm việc nộp muộn",
    "overdue_day_count": "Số ngày quá hạn",
    "term_achieved": "Thực hiện từ đầu giai đoạn",
    "score": "Tổng điểm",
    "previous_rank": "Hạng kỳ trước",
    "previous_share": "Tỷ lệ kỳ trước",
}

_KNOWN = "chỉ tính các dòng vốn có cả kế hoạch và số giải ngân"
HOW = {
    "planned_vnd": "Σ kế hoạch vốn của các dòng: kế hoạch sau điều chỉnh nếu có, nếu không thì số giao đầu năm, theo "
    "quyết định có hiệu lực ở ngày xem.",
    "disbursed_vnd": "Σ đã giải ngân lũy kế từ 01/01 theo báo cáo mới nhất có ngày chốt không sau ngày xem; chỉ tính các "
    "dòng có kế hoạch vốn.",
    "disbursed_share": f"Σ đã giải ngân ÷ Σ kế hoạch vốn, {_KNOWN}; không phải trung bình cộng các tỷ lệ.",
    "lower_share": "Σ đã giải ngân ÷ Σ toàn bộ kế hoạch vốn, kể cả phần chưa có số giải ngân: tỷ lệ ít nhất đã đạt.",
    "remaining_vnd": f"Σ kế hoạch vốn − Σ đã giải ngân, {_KNOWN}.",
    "compared_planned_vnd": "Σ kế hoạch vốn của các dòng đã có số giải ngân: mẫu số của tỷ lệ giải ngân.",
    "unreported_planned_vnd": "Σ kế hoạch vốn của các dòng chưa có số giải ngân.",
    "unit_basis_vnd": "Σ kế hoạch vốn lấy theo báo cáo của đơn vị, vì kho lưu trữ chưa có quyết định giao.",
    "unplanned_disbursed_vnd": "Σ đã giải ngân ở các dòng không có kế hoạch vốn; đứng ngoài tỷ lệ.",
    "assigned_vnd": "Σ vốn giao đầu năm theo quyết định có hiệu lực ở ngày xem.",
    "allocated_vnd": "Σ vốn đã phân bổ chi tiết theo báo cáo của đơn vị.",
    "not_disbursed_vnd": "Σ phần đã phân bổ chi tiết (không quá kế hoạch) − Σ đã giải ngân, ở các dòng phân bổ nhiều hơn giải ngân.",
    "not_allocated_vnd": "Σ kế hoạch vốn − Σ phần đã phân bổ chi tiết (hoặc đã giải ngân, nếu nhiều hơn), ở các dòng chưa phân bổ hết.",
    "unknown_vnd": "Σ kế hoạch vốn − Σ đã giải ngân ở các dòng đơn vị chưa báo phân bổ hoặc chưa báo giải ngân.",
    "numerator": "Tử số: phần đã làm được; với vốn là Σ đã giải ngân, với chỉ tiêu là Σ tử số các đơn vị báo.",
    "denominator": "Mẫu số: phần phải làm; với vốn là Σ kế hoạch vốn có số giải ngân, với chỉ tiêu là Σ mẫu số các đơn vị báo.",
    "measured_share": "Tử số ÷ mẫu số của thước đo xếp hạng; các huyện xếp theo tỷ lệ này từ cao đến thấp, bằng nhau thì cùng hạng.",
    "rank": "Vị trí khi xếp tỷ lệ của các huyện từ cao đến thấp; tỷ lệ viết ra như nhau thì cùng hạng.",
    "previous_rank": "Hạng tính theo cùng cách ở kỳ trước; đổi hạng là hạng kỳ trước − hạng kỳ này.",
    "previous_share": "Tử số ÷ mẫu số của thước đo xếp hạng, ở kỳ trước.",
    "low_share": "Dự báo, mức thấp: phần kế hoạch còn lại được giả định tiêu như các năm trước từ cùng ngày đến "
    "31/12, trừ độ tản của các năm ấy.",
    "middle_share": "Dự báo, mức giữa: phần kế hoạch còn lại được giả định tiêu như trung bình các năm trước từ cùng ngày đến 31/12.",
    "high_share": "Dự báo, mức cao: phần kế hoạch còn lại được giả định tiêu như các năm trước từ cùng ngày đến 31/12, "
    "cộng độ tản của các năm ấy.",
    "at_risk_low_vnd": "Kế hoạch vốn × (1 − mức cao của dự báo).",
    "at_risk_high_vnd": "Kế hoạch vốn × (1 − mức thấp của dự báo).",
    "needed_monthly_vnd": "(Mục tiêu năm × kế hoạch vốn − đã giải ngân) chia cho số tháng còn lại đến 31/12.",
    "recent_monthly_vnd": "Số giải ngân tăng thêm trong khoảng ba tháng gần đây, quy ra một tháng.",
    "unspent_vnd": "Kế hoạch vốn chưa giải ngân của đơn vị ở ngày xem.",
    "score": "Tổng điểm chọn đơn vị giám sát: vốn chưa giải ngân, báo cáo muộn, kiến nghị, cảnh báo, số năm chưa "
    "giám sát, theo trọng số của văn phòng.",
    "line_count": "Đếm các dòng vốn (dự án × nguồn × loại × năm vốn) đứng sau con số.",
    "unit_count": "Đếm các đơn vị có ít nhất một dòng đứng sau con số.",
    "exact_count": "Đếm các đơn vị có báo cáo đúng ngày chốt ấy.",
    "claim_share": "Khoảng dự báo được tính để đúng trong chừng ấy phần số lần.",
    "years_count": "Đếm các năm trước đủ số liệu cùng kỳ, dùng để dự báo.",
    "slowest_planned_vnd": "Kế hoạch vốn của dự án, tiểu dự án có tỷ lệ giải ngân thấp nhất ở huyện.",
    "slowest_share": "Tỷ lệ giải ngân thấp nhất trong các dự án, tiểu dự án của huyện.",
    "districts_vnd": "Σ số các huyện tự báo, cùng dự án, cùng nguồn vốn, ở ngày chốt của bản tổng hợp; chỉ để đối chiếu.",
    "departments_vnd": "Σ số các sở tự báo, cùng dự án, cùng nguồn vốn, ở ngày chốt của bản tổng hợp; chỉ để đối chiếu.",
    "planned": "Kế hoạch năm của chỉ tiêu: theo quyết định giao, nếu không có thì theo đơn vị báo hoặc chỉ tiêu chung; "
    "toàn tỉnh chưa được giao riêng thì cộng các đơn vị (tỷ lệ: bình quân theo mẫu số).",
    "achieved": "Kết quả theo báo cáo mới nhất có ngày chốt không sau ngày xem; chỉ tiêu giảm: mức đầu kỳ − mức hiện "
    "nay; tỷ lệ: Σ tử số ÷ Σ mẫu số.",
    "level": "Mức hiện nay: số đếm thì cộng các đơn vị; tỷ lệ là 100 × Σ tử số ÷ Σ mẫu số; số đã công bố cho toàn tỉnh thì lấy số công bố.",
    "base_level": "Mức đầu kỳ của chỉ tiêu giảm: 100 × Σ tử số đầu kỳ ÷ Σ mẫu số đầu kỳ.",
    "estimated": "Σ ước thực hiện cả năm do các đơn vị nêu.",
    "unreported_planned": "Σ kế hoạch của các đơn vị chưa có kết quả.",
    "attainment_share": "Thực hiện ÷ kế hoạch năm; chỉ tiêu giảm: mức giảm được ÷ mức giảm phải đạt. Không có kế hoạch thì "
    "không có mức đạt.",
    "expected_share": "Phần kế hoạch năm phải đạt ở ngày xem nếu làm đều theo thời gian.",
    "term_achieved": "Thực hiện cộng từ đầu giai đoạn 5 năm; chỉ tiêu tỷ lệ lấy mức mới nhất.",
    "term_share": "Thực hiện từ đầu giai đoạn ÷ mục tiêu 5 năm.",
    "expected_count": "Đếm các báo cáo (đơn vị × kỳ) phải nộp đến ngày xem.",
    "received_count": "Đếm các báo cáo phải nộp đã được tiếp nhận.",
    "received_share": "Số báo cáo đã nhận ÷ số báo cáo phải nộp.",
    "pending_count": "Đếm các báo cáo đã gửi, đang chờ xử lý.",
    "late_count": "Đếm các báo cáo nhận sau hạn nộp, tính theo ngày làm việc.",
    "overdue_count": "Đếm các báo cáo đã quá hạn mà chưa nhận.",
    "due_count": "Đếm các báo cáo đã nhận hoặc đã quá hạn: mẫu số của tỷ lệ đúng hạn.",
    "on_time_count": "Đếm các báo cáo nhận không muộn hơn hạn nộp.",
    "on_time_share": "Số báo cáo đúng hạn ÷ số báo cáo đã nhận hoặc đã quá hạn.",
    "returned_count": "Σ số lần trả lại báo cáo.",
    "superseded_count": "Σ số lần báo cáo được bản sau thay thế.",
    "late_day_count": "Số ngày làm việc từ hạn nộp đến ngày nhận.",
    "overdue_day_count": "Số ngày từ thời hạn đến ngày xem.",
    "held_up_vnd": "Σ số vốn vướng mắc đơn vị tự nêu ở trang Khó khăn, vướng mắc.",
    "cause_count": "Đếm các nguyên nhân đơn vị nêu.",
    "unnamed_count": "Đếm các vướng mắc đơn vị không nêu số vốn.",
    "warning_count": "Đếm các cảnh báo của các quy tắc kiểm tra đang có hiệu lực ở ngày xem.",
    "in_force_count": "Đếm các cảnh báo nằm ở báo cáo, quyết định đang dùng.",
    "report_count": "Đếm các báo cáo đang có hiệu lực.",
    "warned_count": "Đếm các báo cáo có ít nhất một cảnh báo.",
    "warned_share": "Số báo cáo có cảnh báo ÷ số báo cáo.",
    "waiting_count": "Đếm các kiến nghị chưa khắc phục.",
    "past_deadline_count": "Đếm các kiến nghị chưa khắc phục đã qua thời hạn.",
    "unverified_count": "Đếm các kiến nghị đã báo khắc phục, chờ xác minh.",
    "closed_count": "Đếm các kiến nghị đã xác minh là khắc phục xong.",
    "judged_count": "Đếm các kiến nghị đã đến thời hạn, hoặc đóng trước thời hạn: mẫu số của tỷ lệ đúng hạn.",
    "remedied_in_time_count": "Đếm các kiến nghị khắc phục không muộn hơn thời hạn đầu tiên và đã được xác minh.",
    "remedied_in_time_share": "Số kiến nghị khắc phục đúng hạn ÷ số kiến nghị đã đến thời hạn hoặc đã đóng.",
    "longest_day_count": "Số ngày quá hạn lớn nhất trong các kiến nghị chưa khắc phục.",
    "finding_count": "Đếm các tồn tại đã nêu.",
    "amount_vnd": "Σ số tiền liên quan ghi ở các tồn tại.",
    "treasury_vnd": "Σ số Kho bạc đã thanh toán theo bản Kho bạc gửi.",
    "difference_vnd": "Σ số Kho bạc − Σ số đơn vị báo, cùng dòng vốn.",
    "unexplained_vnd": "Phần chênh lệch không giải thích được bằng thời điểm báo cáo.",
    "next_vnd": "Σ số giải ngân của cùng các dòng ở báo cáo sau của đơn vị.",
}  # fmt: skip

PARTS = {
    "planned": "Kế hoạch vốn", "disbursed": "Giải ngân", "assigned": "Giao đầu năm", "allocated": "Phân bổ chi tiết",
    "target": "Kế hoạch năm", "result": "Kết quả", "numerator": "Tử số", "denominator": "Mẫu số", "base": "Mức đầu kỳ",
    "base_numerator": "Tử số đầu kỳ",
    "base_denominator": "Mẫu số đầu kỳ", "estimated": "Ước cả năm", "report": "Báo cáo", "warning": "Cảnh báo", "finding": "Kiến nghị",
    "held_up": "Vốn vướng mắc", "treasury_vnd": "Kho bạc", "disbursed_vnd": "Đơn vị báo", "indicator": "Chỉ tiêu",
}  # fmt: skip
TERMS = {
    "plus": "cộng", "minus": "trừ", "over": "mẫu số", "base": "đầu kỳ", "base_over": "mẫu số đầu kỳ", "target": "chia cho",
    "mean": "chia cho", "weight": "quyền số", "input": "đầu vào",
}  # fmt: skip
ASKED = {  # parameters of questions
    "plan_year": "Năm ngân sách", "on": "Số liệu tính đến ngày", "today": "Tính đến ngày", "unit": "Đơn vị",
    "component": "Dự án, tiểu dự án",
    "source": "Nguồn vốn", "capital_type": "Loại vốn", "carried_over": "Vốn kéo dài", "previous_on": "So với ngày", "by": "Xếp nhóm theo",
    "form": "Biểu", "kind": "Khối", "group": "Nhóm chỉ tiêu", "indicator": "Chỉ tiêu", "rule": "Quy tắc", "extract_on": "Bản Kho bạc ngày",
    "round_code": "Kỳ báo cáo", "for_year": "Chọn cho năm",
}  # fmt: skip


def name(figure: str) -> str:
    """What a figure is called on screen."""
    return NAMES.get(figure) or HEADINGS[figure]


def missing(figure: str, row: pd.Series) -> str:
    """Why a figure stands empty in a row, in one sentence."""
    reason = outlook.no_range(row) if figure in FORECAST and "no_range_reason" in row else None
    if reason is None and "planned_vnd" in row and is_missing(row["planned_vnd"]):
        reason = "chưa có kế hoạch vốn"
    if reason is None and "disbursed_vnd" in row and is_missing(row["disbursed_vnd"]):
        reason = "chưa có số giải ngân"
    if reason is None and "achieved" in row:
        reason = "chưa có kế hoạch" if is_missing(row["planned"]) and not is_missing(row["achieved"]) else "chưa có kết quả được báo"
    return f"Con số này để trống: {reason or 'chưa có số liệu nào để tính'}."
