"""Who reported and who did not, in words: of a round, and of one report."""

from typing import Any

import pandas as pd

from pages.parts import formats
from pages.parts.formats import count, is_missing

PENDING = {"held": "chờ cán bộ xử lý", "waiting": "chờ mở lại kỳ"}
BECAME = {  # the status of what was sent
    "standing": "đang có hiệu lực", "superseded": "đã thay thế", "withdrawn": "đã rút", "refused": "đã trả lại",
    "held": "chờ cán bộ xử lý", "waiting": "chờ mở lại kỳ",
}  # fmt: skip


def figure(rounds: pd.DataFrame) -> tuple[str, ...]:
    """For a metric: how many reports of the newest round are in, which round it is, and what is missing or late since January."""
    if rounds.empty:
        return formats.MISSING, "chưa mở kỳ báo cáo"
    newest = rounds.iloc[0]
    missing, late = int((rounds["expected_count"] - rounds["received_count"]).sum()), int(rounds["late_count"].sum())
    return f"{newest.received_count}/{newest.expected_count}", str(newest.round_name), f"từ đầu năm: thiếu {missing}, muộn {late}"


def sentence(newest: pd.Series, parts: str = "") -> str:
    """How many reports of the newest round are in (and of its `parts`), which came late by how many working days, which are missing."""
    told = f"Kỳ báo cáo gần nhất, {newest.round_name}: đã nhận {newest.received_count}/{newest.expected_count} báo cáo"
    told += f" ({parts})" if parts else ""
    told += f"; muộn (ngày làm việc): {newest.late_names}" if newest.late_names else ""
    told += f"; đang xử lý: {newest.pending_names}" if newest.pending_names else ""
    missing = "còn thiếu" if newest.overdue_count else "chưa nộp, chưa đến hạn"
    return told + (f"; {missing}: {newest.missing_names}." if newest.missing_names else ".")


def waited(row: Any) -> str:
    """What is to be said of a report that is not in; `row` has `status`, `is_expected` and `overdue_day_count`."""
    if row.status in PENDING:
        return PENDING[row.status]
    told = "đã trả lại, chưa nộp lại" if row.status == "returned" else "chưa nhận"
    if not row.is_expected or is_missing(row.overdue_day_count):
        return told
    return f"{told}, {f'quá hạn {count(row.overdue_day_count)} ngày làm việc' if row.overdue_day_count else 'chưa đến hạn'}"


def timing(row: Any) -> str:
    """In time or late, in working days; or why the report is not in."""
    if is_missing(row.late_day_count):
        return waited(row)
    told = "đúng hạn" if not row.late_day_count else f"muộn {count(row.late_day_count)} ngày làm việc"
    return told + (f", bản {row.version}" if row.version > 1 else "") + ("" if row.is_expected else ", ngoài yêu cầu")
