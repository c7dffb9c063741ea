"""What monitoring asked for, as pages about something else show it: what is overdue in one line, and a unit's own."""

import pandas as pd
import streamlit as st

from pages.parts import formats, paths, recommendations, show, stage, visits
from pages.parts.formats import count, day

PAGE = "pages/monitoring/monitoring.py"
NAMED = 3  # units named in one line
ON_PAPER = ("held_by_short_name", "recommendation", "finding", "amount_vnd", "deadline_on", "standing_told")


def overdue(rows: pd.DataFrame, told: str) -> str:
    """The overdue ones in one line, for other pages, with the clock: "Kiến nghị giám sát quá hạn: 3 (Mỹ Tú 2, Long Phú 1), lâu nhất …"."""
    late = recommendations.of(rows, "qua-han")
    if late.empty:
        return ""
    named = late["held_by_short_name"].value_counts(sort=True)
    units = ", ".join(f"{name} {number}" if number > 1 else str(name) for name, number in named.head(NAMED).items())
    more = f" và {len(named) - NAMED} đơn vị khác" if len(named) > NAMED else ""
    clock = told[:1].lower() + told[1:].rstrip(".")
    return f"Kiến nghị giám sát quá hạn: {len(late)} ({units}{more}), lâu nhất {count(late['overdue_day_count'].max())} ngày, {clock}"


def line(rows: pd.DataFrame, told: str) -> None:
    """The overdue ones as a link to their page; nothing where none is overdue. `told` is the clock in words."""
    said = overdue(rows, told)
    if said and stage.is_on():
        st.markdown(f"**{formats.plain(said)}**")
    elif said:
        paths.link(PAGE, said, own={"loc": "qua-han"}, strong=True)


def listed(rows: pd.DataFrame, told: str) -> None:
    """The overdue ones as a table of another page."""
    late = recommendations.ready(recommendations.of(rows, "qua-han"))
    if len(late):
        show.table(
            late,
            *recommendations.COLUMNS,
            finding=f"Kiến nghị giám sát quá hạn: {len(late)}",
            key="kien-nghi-qua-han",
            behind=f"{told} {recommendations.RULE}",
        )


def of_unit(rows: pd.DataFrame, visited: pd.DataFrame, told: str) -> None:
    """What monitoring found at a unit or asked of it, on the paper about the unit."""
    st.subheader("Giám sát, kiến nghị", anchor=False)
    if len(visited):
        seen = visits.ready(visited)
        show.table(
            seen, "mode_told", "days_told", "team", "finding_count", "waiting_count", "report_told", key="ho-so-giam-sat", behind=told,
            finding=f"Đơn vị được giám sát {len(seen)} lần, lần gần nhất {day(seen['ends_on'].max())}",
        )  # fmt: skip
    if rows.empty:
        show.note("Chưa có kiến nghị giám sát nào với đơn vị.")
        return
    show.table(
        recommendations.ready(rows),
        *ON_PAPER,
        finding=recommendations.headline(rows).rstrip("."),
        key="ho-so-kien-nghi",
        behind=f"{told} {recommendations.RULE}",
    )
