"""The lines behind a cell of a pivot, as a table: what each is, its part in the figure, and the cells of the files it was read from."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import cell, formats, show, taken, why
from pages.parts.formats import count, is_missing
from pages.parts.headings import HEADINGS
from queries.defined import MEASURES, Measure

SHOWN = 30  # lines in the table; all of them in the file
NAMED = (  # what a line is, as far as its subject says so
    "unit_short_name", "indicator_short_name", "breakdown_name", "component_short_name", "fund_source_name", "capital_type_name",
    "capital_year", "round_name", "cause_name", "finding_kind_name", "rule_name", "sentence", "explanation", "due_on", "received_on",
)  # fmt: skip
LABELS = (*NAMED[:10], "rule_name")  # in a list of lines
FROM = {  # the words of where a figure stands, and the columns that say it
    "plan_from_told": ("plan_submission", "plan_sheet", "plan_cell"),
    "from_told": ("submission_id", "sheet", "cell"),
}
OPENED = {"plan_from_told": "kế hoạch", "from_told": "số liệu"}
OF_RESULTS = ("planned", "achieved", "level", "numerator", "denominator")


def submissions(lines: pd.DataFrame) -> tuple[str, ...]:
    """The files that the lines were read from."""
    return tuple(sorted({one for named, *_ in FROM.values() if named in lines for one in lines[named].dropna() if one}))


def largest_first(lines: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The lines by their part in a figure, the largest first, those without one last; else as they came."""
    if measure.code in lines:
        size = lines[measure.code]
    elif measure.adds == "ratio" and {measure.numerator, measure.denominator} <= set(lines):
        top, whole = (lines[code].astype("float64") for code in (measure.numerator, measure.denominator))
        size = top / whole.where(whole > 0)
    else:
        return lines
    order = pd.to_numeric(size.reset_index(drop=True)).sort_values(ascending=False, kind="stable", na_position="last").index
    return lines.iloc[order].reset_index(drop=True)


def ready(lines: pd.DataFrame, files: pd.DataFrame) -> pd.DataFrame:
    """The lines with the words of where they are from; figures of indicators under names that are written as numbers."""
    sent = {row.submission_id: _file(row) for row in files.itertuples()}
    told = {
        words: [_place(sent, *place) for place in zip(*(lines[column] for column in columns), strict=True)]
        for words, columns in FROM.items()
        if columns[0] in lines
    }
    names = {code: f"{code}_number" for code in OF_RESULTS if code in lines}
    return lines.rename(columns=names).assign(**told)


def table(rows: pd.DataFrame, measure: Measure, finding: str, behind: str) -> None:
    """The first lines on the page, all of them to take away."""
    figures = {column: MEASURES[column.removesuffix("_number")].label for column in _figures(rows, measure)}
    named = [column for column in NAMED if column in rows and rows[column].notna().any()]
    columns = (*named, *figures, *(words for words in FROM if words in rows and (rows[words] != "").any()))
    headings = HEADINGS | figures
    more = f"; {SHOWN} dòng đầu ở đây, đủ {count(len(rows))} dòng trong tệp tải về" if len(rows) > SHOWN else ""
    st.markdown(f"**Các dòng đứng sau con số ({count(len(rows))}{more})**")
    if any(column.endswith("_vnd") for column in figures):
        show.note("Đơn vị tính: triệu đồng")
    st.table(formats.table(rows.head(SHOWN), *columns, headings=headings))
    taken.offer(rows, columns, finding, "bang-xoay-dong", behind, taken.LISTS, headings)


def _figures(rows: pd.DataFrame, measure: Measure) -> list[str]:
    if f"{measure.code}_number" in rows:
        return [f"{code}_number" for code in OF_RESULTS if f"{code}_number" in rows]
    return [code for code in (measure.numerator, measure.denominator, measure.code) if code in rows]


def name(row: Any) -> str:
    """A line in a few words."""
    return ", ".join(str(row[column]) for column in LABELS if column in row and not is_missing(row[column]))


def open_(row: pd.Series, reason: pd.Series | None, measure: Measure) -> None:
    """The ways on from one line: to each cell it was read from, and to why its figure is what it is."""
    with st.container(horizontal=True, gap="small"):
        for words, (submission, sheet, place) in FROM.items():
            if submission in row and not is_missing(row[submission]):
                label = f"{OPENED[words].capitalize()}: {row[words]}" if "plan_from_told" in row else row[words]
                cell.link(label, row[submission], row[sheet] or "", row[place] or "")
        if reason is not None:
            why.door(reason, key="bang-xoay-dong", figure=measure.code)


def _file(row: Any) -> str:
    version = "" if is_missing(row.version) else f", bản {count(row.version)}"
    return f"{row.sent_by_name}, {row.round_name}{version}"


def _place(sent: dict[str, str], submission: object, sheet: object, at: object) -> str:
    if is_missing(submission) or not submission:
        return ""
    where = cell.place("" if is_missing(sheet) else str(sheet), "" if is_missing(at) else str(at))
    return f"{sent.get(str(submission), 'tệp đã gửi')}: {where}"
