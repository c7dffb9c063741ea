"""Sentences on what the rules warn of, the matrix of units and rules, and the list in which each warning leads to its cell."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import cell, own, show
from pages.parts.formats import day, plain, share

NOT_NARROWED = "Cảnh báo tính trên cả báo cáo, không lọc theo dự án, nguồn vốn, loại vốn đang chọn."
ALL = "Mọi quy tắc"
ON_A_PAGE = 15


def headline(counts: pd.DataFrame, whose: str, on: date) -> str:
    """How many warnings stand, at how many units, which rule most, and how many are about figures in use."""
    if counts.empty:
        return f"Đến {day(on)}, không có cảnh báo nào về số liệu của {whose}."
    total, in_force = int(counts["warning_count"].sum()), int(counts["in_force_count"].sum())
    name, most = worst(counts, "rule_name")
    used = f"{in_force} cảnh báo thuộc số đang dùng" if in_force else "không cảnh báo nào thuộc số đang dùng"
    units = counts["unit_short_name"].unique()
    where = f"{len(units)} đơn vị" if len(units) > 1 else units[0]
    return f"Đến {day(on)}, {total} cảnh báo ở {where}; nhiều nhất: {name} ({most}); {used}."


def worst(counts: pd.DataFrame, column: str) -> tuple[str, int]:
    """Of what there are most warnings, and how many."""
    sums = counts.groupby(column, sort=False)["warning_count"].sum()
    return str(sums.idxmax()), int(sums.max())


def figures(counts: pd.DataFrame, rounds: pd.DataFrame) -> dict[str, str]:
    """A few figures beside each other."""
    newest = rounds.iloc[-1] if len(rounds) else None
    return {
        "Cảnh báo hiện có": str(int(counts["warning_count"].sum())),
        "Thuộc số đang dùng": str(int(counts["in_force_count"].sum())),
        "Đơn vị có cảnh báo": str(counts["unit_code"].nunique()),
        "Báo cáo kỳ gần nhất có cảnh báo": "—" if newest is None else f"{newest.warned_count}/{newest.report_count}",
    }


def rules(counts: pd.DataFrame) -> dict[str, str]:
    """The rules that warn, the most warnings first, by code; with all of them in front."""
    sums = counts.groupby(["rule", "rule_name"], sort=False)["warning_count"].sum().sort_values(ascending=False, kind="stable")
    return {"": ALL} | {rule: f"{name} ({n})" for (rule, name), n in sums.items()}


def ready(counts: pd.DataFrame) -> pd.DataFrame:
    """The matrix ready for the chart: the rule with most warnings on top; `label` is starred where a figure in use is among them."""
    order = counts.groupby("rule_name")["warning_count"].sum()
    labels = [f"{row.warning_count}{'*' if row.in_force_count else ''}" for row in counts.itertuples()]
    return counts.assign(label=labels, total=counts["rule_name"].map(order)).sort_values("total", ascending=False, kind="stable")


def matrix(counts: pd.DataFrame) -> str:
    """Which unit has most warnings, and how many of which rule."""
    name, most = worst(counts, "unit_short_name")
    if counts["unit_code"].nunique() == 1:
        return f"{name}: {most} cảnh báo theo {len(counts)} quy tắc"
    return f"Nhiều cảnh báo nhất: {name} ({most}); cảnh báo có ở {counts['unit_code'].nunique()} đơn vị, {counts['rule'].nunique()} quy tắc"


def trend(now: pd.DataFrame, before: pd.DataFrame) -> str:
    """Whether more reports are warned of than a year before, over the rounds so far."""
    told = f"{int(now['warned_count'].sum())}/{int(now['report_count'].sum())} báo cáo có cảnh báo ({share(rate(now))})"
    if before.empty:
        return told
    return f"{told}; cùng kỳ năm trước {int(before['warned_count'].sum())}/{int(before['report_count'].sum())} ({share(rate(before))})"


def rate(rounds: pd.DataFrame) -> float | None:
    """The share of reports that are warned of."""
    return int(rounds["warned_count"].sum()) / int(rounds["report_count"].sum()) if len(rounds) else None


def listed(warnings: pd.DataFrame) -> None:
    """The warnings, some at a time, each with a link to its cell."""
    parts = -(-len(warnings) // ON_A_PAGE)
    names = {str(n + 1): f"{n * ON_A_PAGE + 1}–{min((n + 1) * ON_A_PAGE, len(warnings))}" for n in range(parts)}
    at = 0
    if parts > 1:
        at = int(own.one("phan", names, "1")) - 1
        st.segmented_control("Cảnh báo thứ", list(names.values()), key="phan", required=True)
    for row in warnings.iloc[at * ON_A_PAGE : (at + 1) * ON_A_PAGE].itertuples():
        where = cell.place(row.sheet, row.cell)
        cell.link(
            f"{row.unit_short_name}, {row.round_name}: {where}", row.submission_id, row.sheet, row.cell, again=True, strong=row.is_in_force
        )
        used = " Thuộc số đang dùng." if row.is_in_force else ""
        show.note(plain(row.sentence) + used)
