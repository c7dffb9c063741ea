"""The page of one figure, as far as it chooses: the answer that the figure stands in, its rows and figures, the question itself."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import explained, formats, named, origins, own, why
from pages.parts.ask import ask
from queries.reading import sql

MAIN = (
    "disbursed_share",
    "attainment_share",
    "on_time_share",
    "measured_share",
    "planned_vnd",
    "warning_count",
    "waiting_count",
    "held_up_vnd",
)
KEPT = "vi-sao-bang"


def answer(wanted: why.Wanted) -> pd.DataFrame | None:
    """The answer the figure stands in, asked again; None where it cannot be asked as the address says."""
    try:
        return ask(wanted.function, **wanted.filters)
    except (TypeError, ValueError):  # a parameter too many or too few
        return None


def figures(rows: pd.DataFrame, asked: str | None = None) -> list[str]:
    """The columns whose figures can be explained and that say something, and the one asked for; last those under no heading of a table."""
    counted = ("reported_count", "expected_count") if origins.is_indicator(rows) else ()  # units that told of an indicator, not reports
    known = [c for c in rows if c in explained.HOW and c not in counted and (c == asked or rows[c].notna().any())]
    shown = [c for c in known if c == asked or c in formats.shown_columns(rows, known)]
    return sorted(shown, key=lambda column: (column in explained.NAMES and "level" not in rows, known.index(column)))


def row(rows: pd.DataFrame, wanted: why.Wanted) -> pd.Series | None:
    """The row that the address names, None where it is not there; without one, the first (of several, none is shown before a choice)."""
    keys = why.keys(wanted.question)
    if wanted.row is None:
        return rows.iloc[0] if len(rows) else None
    told = [[why.text_of(value) for value in key] for key in rows[keys].itertuples(index=False)]
    return rows.iloc[told.index(wanted.row)] if wanted.row in told else None


def figure(known: list[str], wanted: why.Wanted, row_count: int) -> str | None:
    """The figure that the address names, None where it is not one; where only a row is named, or there is only one, its main figure."""
    if wanted.figure is not None:
        return wanted.figure if wanted.figure in known and (wanted.row is not None or row_count == 1) else None
    if wanted.row is None and row_count != 1:
        return None
    return next((column for column in MAIN if column in known), known[0] if known else None)


def astray(rows: pd.DataFrame, known: list[str], wanted: why.Wanted) -> str | None:
    """One sentence where the address names a row or a figure that this answer does not have."""
    if rows.empty:
        return "Với các lựa chọn nêu trong địa chỉ, bảng này không có dòng nào."
    if row(rows, wanted) is None:
        return f"Địa chỉ nêu dòng “{formats.plain(';'.join(wanted.row or []))}”: bảng này không có dòng ấy."
    if wanted.figure is not None and wanted.figure not in known:
        return f"Địa chỉ nêu cột “{formats.plain(wanted.figure)}”: bảng này không có con số ấy."
    return None


def table(rows: pd.DataFrame, known: list[str], wanted: why.Wanted) -> None:
    """Every figure of the answer; a click on one asks for its chain, which the address then names."""
    shown = pd.DataFrame({"Dòng": named.rows(rows, wanted)})
    for column in known:
        shown[explained.name(column)] = [_in_table(column, of) for _, of in rows.iterrows()]
    st.dataframe(
        shown, hide_index=True, key=KEPT, on_select=lambda: _chosen(rows, known, wanted.question), selection_mode="single-cell",
        height="content" if len(shown) <= 20 else 720,
    )  # fmt: skip


def _in_table(column: str, of: pd.Series) -> str:
    if origins.is_money(column, of):
        return formats.million(of[column])
    value = of[column]
    return formats.said(column, value) if column.endswith(("_share", "_count")) else _text(value)


def has_money(rows: pd.DataFrame, known: list[str]) -> bool:
    """Whether amounts stand among the figures."""
    return any(origins.is_money(column, of) for column in known for _, of in rows.iterrows())


def _text(value: Any) -> str:
    return formats.MISSING if formats.is_missing(value) else formats.number(value, 2 if value % 1 else 0)


def _chosen(rows: pd.DataFrame, known: list[str], question: str) -> None:
    """A cell was clicked: the address says which row and which figure."""
    cells = st.session_state[KEPT]["selection"]["cells"]
    heads = {explained.name(column): column for column in known}
    if not cells or cells[0][1] not in heads:
        return
    position, heading = cells[0]
    key = ";".join(why.text_of(rows.iloc[position][column]) for column in why.keys(question))
    own.say({why.ROW: key, why.FIGURE: heads[heading]})


def question(wanted: why.Wanted) -> None:
    """What was asked with, the question and its statement."""
    names = named.choices_named(wanted)
    given = {key: value for key, value in wanted.filters.items() if value not in (None, "")}
    told = [f"{explained.ASKED.get(key, key)}: {_said(key, value, names)}" for key, value in given.items()]
    st.markdown(f"**Lựa chọn.** {'; '.join(told)}.")
    with st.expander("Câu hỏi và câu lệnh SQL"):
        st.markdown(f"Câu hỏi `{wanted.question}`")
        st.code(sql(wanted.question.replace(".", "/")), language="sql")


def _said(key: str, value: Any, names: dict[str, str]) -> str:
    if isinstance(value, bool):
        return "chỉ vốn kéo dài" if value else "không, chỉ vốn năm nay"
    if key in ("on", "today") or key.endswith("_on"):
        return formats.day(value)
    return formats.plain(names.get(str(value), str(value)))
