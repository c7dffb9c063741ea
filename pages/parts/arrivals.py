"""How many reports of the newest round are in, in words."""

import pandas as pd

from pages.parts import formats


def figure(rounds: pd.DataFrame) -> tuple[str, ...]:
    """For a metric: how many reports of the newest round are in, how many late, who is missing."""
    if rounds.empty:
        return formats.MISSING, "chưa mở kỳ báo cáo"
    newest = rounds.iloc[0]
    late = f"{newest.late_count} nộp muộn" if newest.late_count else "không báo cáo nào muộn"
    return f"{newest.received_count}/{newest.expected_count}", late, f"thiếu: {newest.missing_names}" if newest.missing_names else ""


def sentence(newest: pd.Series) -> str:
    """How many reports of the newest round are in."""
    told = f"Kỳ báo cáo gần nhất, {newest.round_name}: đã nhận {newest.received_count}/{newest.expected_count} báo cáo"
    told += f", {newest.late_count} nộp muộn" if newest.late_count else ""
    return told + (f"; còn thiếu: {newest.missing_names}." if newest.missing_names else ".")
