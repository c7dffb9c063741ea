"""Figures that a statement may get wrong without an error: said beside the answer and in its files, never refused."""

import re
from typing import NamedTuple

from pages.parts.free import brought, parts

SUM = re.compile(r"\b(?:sum|fsum|kahan_sum|sumkahan|sum_no_overflow|list_sum)\s*\(", re.IGNORECASE)
MEAN = re.compile(r"\b(?:list_)?(?:avg|mean|favg|wavg|weighted_avg|geomean|geometric_mean)\s*\(", re.IGNORECASE)
ADDED = re.compile(rf"{SUM.pattern}|{MEAN.pattern}|\bcount(?:_if|if)?\s*\((?!\s*distinct)", re.IGNORECASE)
DIVISION = re.compile(r"/[/\s(]*(?![\d.\s(/])\S")  # not by a constant: that changes the unit, not what the figure is
WEIGHED = re.compile(r"(?<![\w.])(?!\d)[\w.]*[\w)\"]\s*\*\s*(?![\d.\s])\S")
CONDITION = re.compile(r"\bwhen\b.*?\bthen\b|\bif\s*\([^,]*,", re.IGNORECASE | re.DOTALL)
BETWEEN = re.compile(r"\bbetween\s+[\w.]*from_on\s+and\s+[\w.]*to_on\b", re.IGNORECASE)
LISTED = re.compile(
    r"\*\s*(?:,|\bfrom\b|exclude|replace)|\bdistinct\b|\b(?:max|min|any_value)\s*\(|\bgroup\s+by\b|^\s*from\b", re.IGNORECASE
)
OPEN = "9999"  # the year of to_on where a line still holds
DATED, CARRIED = {"from_on", "to_on"}, ("is_carried_over", "capital_year")
NARROWED = "from_on <= $ngay and to_on > $ngay"
UNDATED = (
    "Câu lệnh chưa chọn ngày ở {}: bảng này giữ mỗi dòng nhiều lần, mỗi lần cho một quãng thời gian, nên cộng lại là tính một số nhiều "
    "lần. Thêm điều kiện: `" + NARROWED + "` (hai ngày thì mỗi ngày một điều kiện). Không dùng kết quả này khi chưa thêm."
)
UNYEARED = "Câu lệnh chưa chọn năm ở {}: kết quả gồm mọi năm ngân sách. Thêm điều kiện: `plan_year = $nam`."
WITH_CARRIED = "Số này gồm vốn kéo dài; con số chính ở các trang không gồm. Muốn bằng các trang, thêm: `not is_carried_over`."
TWICE = "`between from_on and to_on` lấy cả ngày to_on, nên có ngày một dòng được tính hai lần. Viết: `" + NARROWED + "`."
RATES = (
    "Câu lệnh cộng hoặc lấy trung bình của một tỷ lệ. Trung bình các tỷ lệ không phải là tỷ lệ chung, vì đơn vị nhỏ và lớn được tính ngang "
    "nhau: dùng Σ tử số ÷ Σ mẫu số, như mẫu “Kế hoạch vốn, giải ngân và tỷ lệ ở một ngày”. Không nên đưa số này ra cuộc họp."
)


def of(sql: str) -> list[str]:
    """Everything to be said of the figures of a statement that ran; between backticks stands what may be copied into it."""
    told = [*(f"{one.what} {one.todo}" for one in brought.found(sql)), *filter(None, [brought.thousand(sql)])]
    return _of_tables(sql) + ([RATES] if has_mean_of_rates(sql) else []) + told


def has_mean_of_rates(sql: str) -> bool:
    """Whether it seems to add up, or take the mean of, what it computes as a rate: that hides how large each part is (figures are Σ ÷ Σ).

    A rate that is weighed while it is added up is none of these.
    """
    bare = parts.bare(sql)
    rates = {one.name for one in parts.made(sql) if _is_rate(one.of)}
    for pattern in (SUM, MEAN):
        for found in pattern.finditer(bare):
            inside = parts.in_brackets(bare, found.end())
            named = {word.lower() for word in re.findall(r'"([^"]+)"', inside)} | set(re.findall(r"\w+", inside.lower()))
            is_one = _is_rate(inside) or bool(rates & named) or any(word.endswith("_share") for word in named)
            if is_one and not (pattern is SUM and WEIGHED.search(inside)):
                return True
    return False


def _is_rate(expression: str) -> bool:
    return bool(DIVISION.search(CONDITION.sub(" ", expression)))


def _of_tables(sql: str) -> list[str]:
    bare = parts.bare(sql)
    words = [word.lower() for word in re.findall(r"\w+", bare)]
    dated = [(table, count) for table, count in parts.tables(sql) if {column.name for column in table.columns} >= DATED]
    is_added = bool(ADDED.search(bare))
    if not dated or not (is_added or not LISTED.search(bare)):
        return []
    name = " và ".join(f"mart.{table.name}" for table, _ in dated)
    often = sum(count for _, count in dated)
    told = []
    if not _is_narrowed(sql, words, often):
        told.append(UNDATED.format(name))
    elif BETWEEN.search(bare):
        told.append(TWICE)
    if is_added and "plan_year" not in words and any(_has(table, "plan_year") for table, _ in dated):
        told.append(UNYEARED.format(name))
    if is_added and any(table.name == "money" for table, _ in dated) and not any(word in words for word in CARRIED):
        told.append(WITH_CARRIED)
    return told


def _is_narrowed(sql: str, words: list[str], often: int) -> bool:
    """Whether both days of every such table are named, or lines picked that still hold."""
    if words.count("to_on") < often:
        return False
    return words.count("from_on") >= often or OPEN in sql


def _has(table: NamedTuple, name: str) -> bool:
    return any(column.name == name for column in table.columns)
