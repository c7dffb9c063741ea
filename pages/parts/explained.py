"""How each figure is counted, in words a reader can check (queries/measures.toml), and the words for what it is made of."""

import pandas as pd

from pages.parts import outlook
from pages.parts.formats import is_missing
from queries.defined import MEASURES

FORECAST = ("low_share", "middle_share", "high_share", "at_risk_low_vnd", "at_risk_high_vnd")  # computed with earlier years

# figures that stand on screen inside sentences, under no heading of a table
NAMES = {code: one.label for code, one in MEASURES.items() if not one.heads}

HOW = {code: one.how for code, one in MEASURES.items()}

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
    return MEASURES[figure].label


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
