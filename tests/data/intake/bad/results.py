"""The sheet of indicators of a good report: what each was to reach, and what was reached."""

from typing import Any

AIM_KEYS = ["Mã chỉ tiêu", "Tên chỉ tiêu", "Phân tổ", "Đơn vị tính", "Kế hoạch năm"]
# indicator, name, breakdown, unit, plan, result, numerator, denominator, base, its numerator and denominator, estimate, source
RESULTS = [
    ("CT-NGHEO", "Giảm tỷ lệ hộ nghèo", "Chung", "%", 1, 2.54, 254, 10000, 3.54, 354, 10000, 2.5, "Rà soát hộ nghèo"),
    ("CT-NGHEO", "Giảm tỷ lệ hộ nghèo", "Khmer", "%", None, 5, 100, 2000, 6.5, 130, 2000),
    ("KH-VIECLAM", "Lao động được hỗ trợ việc làm", "Chung", "người", 600, 320, None, None, None, None, None, 610),
    ("KH-VIECLAM", "Lao động được hỗ trợ việc làm", "Nữ", "người", None, 150),
    ("DA7-LUOT", "Lượt cán bộ tham gia tập huấn", None, "lượt người", 60, 40),
    ("DA7-CANBO", "Cán bộ được tập huấn", None, "%", 100, 62.5, 25, 40),
]


def aims() -> list[list[Any]]:
    """The sheet of indicators: headings in row 4, results in rows 5 to 10."""
    measures = ["Thực hiện đến kỳ", "Tử số", "Mẫu số", "Mức đầu kỳ", "Tử số đầu kỳ", "Mẫu số đầu kỳ", "Ước cả năm", "Nguồn"]
    return [["CHỈ TIÊU"], ["Kèm theo báo cáo"], ["mẫu đề xuất"], [*AIM_KEYS, *measures], *(list(row) for row in RESULTS)]
