"""What stands behind one cell of a pivot: what it is in words, its lines, that they make its figure, and the cells and files they are from.

The address names the cell (`o=‹codes of its line›;‹codes of its column›;‹figure›`), so that a link opens the same.
"""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import formats, listing, own, why
from pages.parts.ask import ask
from pages.parts.filters import Chosen
from pages.parts.formats import plain
from pages.parts.pivot import adding, lines, reasons, words
from pages.parts.pivot.asked import of_cell
from pages.parts.pivot.laid import Column, Laid, Line
from pages.parts.pivot.shape import SUBJECT_OF, Cut
from queries import origin, pivot
from queries.defined import MEASURES, Measure

KEY = "o"
CODES = {  # what a line is, by the dimensions that other pages have, and the columns that say it
    "unit": "unit_code", "component": "component_code", "fund_source": "fund_source", "capital_type": "capital_type",
    "capital_year": "capital_year", "indicator": "indicator_code", "breakdown": "breakdown", "form": "form", "round": "round_code",
}  # fmt: skip


def address(line: Line, column: Column) -> str:
    """A cell as an address has it."""
    return ";".join([*("".join(f"{code}," for code in keys) for keys in (line.keys, column.keys)), MEASURES[column.measure].key])


def open_(line: Line, column: Column) -> None:
    """A cell was clicked: the address names it."""
    own.say({KEY: address(line, column)})


def opened(laid: Laid) -> tuple[Line, Column] | None:
    """The cell that the address names; where the table has no such cell (any more), that is said."""
    told = own.told(KEY)
    every = [(line, column) for line in laid.lines if not line.is_others for column in laid.columns if column.what == "value"]
    found = next((one for one in every if address(*one) == told), None)
    if told and found is None:
        st.info("Ô đang mở không có trong bảng này; bấm vào một con số khác để xem các dòng đứng sau nó.")
    return found


def shown(at: tuple[Line, Column], laid: Laid, cut: Cut, chosen: Chosen) -> None:
    """The cell on the page, beneath the table."""
    line, column = at
    value, measure, subject = laid.values.at[laid.lines.index(line), column.code], MEASURES[column.measure], SUBJECT_OF[column.measure].code
    asked = of_cell(subject, cut, chosen, line.keys, column.keys)
    found = lines.largest_first(ask(getattr(pivot, f"{subject}_lines"), **asked), measure)
    about = _about(line, column)
    told = adding.told(found, measure, value)
    st.subheader(plain(f"{about}: {formats.said(column.code, value)}{' triệu đồng' if measure.ending == 'vnd' else ''}"), anchor=False)
    st.markdown(f"**Cách tính.** {measure.how}  \n**Cộng lại.** {told}")
    if found.empty:
        return
    reason = _reason(subject, asked, _named(asked, chosen), measure, value)
    if reason is not None:
        why.door(reason, key="bang-xoay-o", figure=measure.code)
    files = ask(origin.files, submissions=lines.submissions(found))
    rows = lines.ready(found, files)
    lines.table(rows, measure, f"{about}: các dòng đứng sau con số", f"Cách tính: {measure.how} Cộng lại: {told}")
    _one_line(found, rows, subject, asked, measure)
    if len(files):
        listing.whole_files(files, about)


def _about(line: Line, column: Column) -> str:
    where = (*(line.labels if line.keys else ()), *column.heading[: len(column.keys)])
    return f"{words.measure_name(column.measure)} ({', '.join(where)})" if where else words.measure_name(column.measure)


def _one_line(found: pd.DataFrame, rows: pd.DataFrame, subject: str, asked: dict[str, Any], measure: Measure) -> None:
    """The ways on from a line, which is chosen where there are several."""
    names = [lines.name(row) for _, row in rows.iterrows()]
    place = 0 if len(rows) == 1 else st.selectbox(
        "Mở một dòng: ô trong tệp đã gửi, cách tính", range(len(rows)), index=None, format_func=names.__getitem__, key="bang-xoay-mo-dong",
        placeholder="Chọn dòng",
    )  # fmt: skip
    if place is None:
        return
    line = found.iloc[place]
    named = {code: str(line[column]) for code, column in CODES.items() if column in line and not formats.is_missing(line[column])}
    if subject == "obstacles":
        named = {"unit": line["unit_code"], "submission": line["submission_id"], "cell": line["cell"]}
    lines.open_(rows.iloc[place], _reason(subject, asked, named, measure, line.get(measure.code)), measure)


def _named(asked: dict[str, Any], chosen: Chosen) -> dict[str, str]:
    """What is settled of a cell, by dimension; "several" where it gathers some members of many."""
    named = {code: members[0] if len(members) == 1 else "several" for code, members in (asked["kept"] or {}).items()}
    for inner, outer in (("unit", "kind"), ("component", "project"), ("round", "round_kind")):  # the narrower says the wider
        if inner in named and named[inner] != "several":
            named.pop(outer, None)
    return named | ({"component": chosen.component} if chosen.component and named.get("component") == "several" else {})


def _reason(subject: str, asked: dict[str, Any], named: dict[str, str], measure: Measure, value: object) -> pd.Series | None:
    """The row of another page that has the same figure; None where there is none."""
    if len(asked["years"]) != 1:
        return None
    row = reasons.same(subject, asked["years"][0], asked["days"][0], named)
    return row if row is not None and measure.code in row and adding.is_same(row[measure.code], value) else None
