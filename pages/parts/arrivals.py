"""How many reports of the newest round are in, in words."""

import pandas as pd

from pages.parts import formats


def figure(rounds: pd.DataFrame) -> tuple[str, ...]:
    """For a metric: how many reports of the newest round are in, which round it is, and what is missing or late since January."""
    if rounds.empty:
        return formats.MISSING, "chưa mở kỳ báo cáo"
    newest = rounds.iloc[0]
    missing, late = int((rounds["expected_count"] - rounds["received_count"]).sum()), int(rounds["late_count"].sum())
    return f"{newest.received_count}/{newest.expected_count}", str(newest.round_name), f"từ đầu năm: thiếu {missing}, muộn {late}"


def sentence(newest: pd.Series) -> str:
    """How many reports of the newest round are in."""
    told = f"Kỳ báo cáo gần nhất, {newest.round_name}: đã nhận {newest.received_count}/{newest.expected_count} báo cáo"
    told += f", {newest.late_count} nộp muộn" if newest.late_count else ""
    return told + (f"; còn thiếu: {newest.missing_names}." if newest.missing_names else ".")
