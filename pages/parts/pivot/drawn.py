"""The chart of a pivot: its lines as bars, side by side per column; lines through time where cut-offs are on an axis."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import charts, formats, show, stage
from pages.parts.formats import is_missing, plain
from pages.parts.pivot import covered, words
from pages.parts.pivot.covered import Covered
from pages.parts.pivot.laid import Column, Laid, Line
from pages.parts.pivot.shape import Cut
from queries.defined import DIMENSIONS, MEASURES

NAME, DAY, KEY = "ten", "cut_off_on", "bang-xoay-bieu-do"
Points = dict[str, dict[str, object]]  # series → category → figure


def shown(laid: Laid, cut: Cut, on: date, there: list[Covered]) -> None:
    """The chart under what it compares, or a sentence where there is none to draw. `there`: the days on its axes."""
    points, is_timed = figures(laid, cut), "cut_off" in cut.axes
    if reason := not_drawn(points, cut):
        st.markdown(f"**Biểu đồ.** {reason}")
        return
    rows, series = _rows(points, DAY if is_timed else NAME)
    empty = hollow(laid, cut, there) if is_timed else {}
    for column, words_ in series.items():
        rows[f"{column}_is_partial"] = [is_timed and day.date().isoformat() in empty.get(words_, ()) for day in rows[rows.columns[0]]]
    ending = MEASURES[cut.measures[0]].ending
    chart = (charts.through_time(rows, day=DAY, series=series, ending=ending) if is_timed
             else charts.crossed(rows, name=NAME, series=series, ending=ending))  # fmt: skip
    compared = compared_in(cut, series, on)
    st.markdown(f"**{plain(compared)}**")
    drawn = charts.enlarged(chart, stage.LETTERS) if stage.is_on() else chart
    st.plotly_chart(
        drawn, theme=None, config={"displayModeBar": False}, key=KEY, height=stage.height_of(KEY, drawn.layout.height),
        alt=f"Biểu đồ {'đường' if is_timed else 'cột'}, cùng số với bảng: {compared}",
    )  # fmt: skip
    if told := " ".join(filter(None, (covered.HOLLOW if any(empty.values()) else "", left_out(laid, cut)))):
        show.note(told)


def left_out(laid: Laid, cut: Cut) -> str:
    """What the chart does not draw of its table; "" where it draws everything."""
    drawn = [column for column in laid.columns if _is_drawn(column, cut)]
    others = len({column.measure for column in drawn}) < len(cut.measures)
    compared = cut.against and not any(column.what == "before" for column in drawn)
    if not others and not compared:
        return ""
    left = " và ".join(filter(None, ("các số liệu khác" if others else "", "so sánh" if compared else "")))
    return f"Biểu đồ vẽ {', '.join(dict.fromkeys(words.measure_name(column.measure) for column in drawn))}; {left} xem ở bảng."


def not_drawn(points: Points, cut: Cut) -> str:
    """Why a cut has no chart, or ""."""
    known = [value for series in points.values() for value in series.values() if not is_missing(value)]
    if "indicator" in cut.axes and MEASURES[cut.measures[0]].ending == "number":
        return "Các chỉ tiêu có đơn vị tính khác nhau nên không vẽ chung; lọc lấy một chỉ tiêu, hoặc chọn Mức đạt."
    if len(known) < 2:
        return "Chưa có hai con số để vẽ."
    if len(points) > charts.MOST_SERIES:
        return f"Có {len(points)} nhóm cạnh nhau, nhiều hơn {charts.MOST_SERIES} nhóm đọc được: bớt một chiều ở cột, hoặc lọc bớt."
    if len(known) > charts.MOST_MARKS:
        many, most = formats.count(len(known)), formats.count(charts.MOST_MARKS)
        return f"Có {many} điểm, nhiều hơn {most} điểm vẽ được: lọc bớt, hoặc chỉ lấy một số dòng đầu."
    return ""


def figures(laid: Laid, cut: Cut) -> Points:
    """The figures to draw, without totals: of the first measure; where columns are of measures alone, of all that are written as it is."""
    points: Points = {}
    for line, column, series, category in _each(laid, cut):
        points.setdefault(series, {})[category] = laid.values.at[laid.lines.index(line), column.code]
    return points


def hollow(laid: Laid, cut: Cut, there: list[Covered]) -> dict[str, set[str]]:
    """The days of each series at which not all its units have figures; of a series of one unit, that unit (figures.md 1)."""
    if not there:
        return {}
    every, whole = {one.on.codes["cut_off"] for one in there}, covered.partial(there)
    found: dict[str, set[str]] = {}
    for line, column, series, _ in _each(laid, cut):
        if series not in found:
            named = dict(zip(cut.rows, line.keys, strict=False)) | dict(zip(cut.columns, column.keys, strict=False))
            found[series] = covered.partial_of_unit(named["unit"], every, there) if "unit" in named else whole
    return found


def _each(laid: Laid, cut: Cut) -> Iterator[tuple[Line, Column, str, str]]:
    """Every figure to draw by its line and column, with its series and category."""
    lines = [line for line in laid.lines if len(line.keys) == len(cut.rows) or (line.is_others and "cut_off" not in cut.rows)]
    own = [line.labels[-1] for line in lines]
    skipped = 0 if len(set(own)) < len(own) else -1  # a unit needs no "district" before it
    for column in laid.columns:
        if _is_drawn(column, cut):
            yield from ((line, column, *_placed(line, column, cut, skipped)) for line in lines)


def _is_drawn(column: Column, cut: Cut) -> bool:
    if cut.columns or "cut_off" in cut.rows:
        return len(column.keys) == len(cut.columns) and column.measure == cut.measures[0] and column.what == "value"
    return MEASURES[column.measure].ending == MEASURES[cut.measures[0]].ending and column.what in ("value", "before")


def _placed(line: Line, column: Column, cut: Cut, skipped: int) -> tuple[str, str]:
    """The series and the category of a figure: days go across, else lines, whose labels from `skipped` on name them."""
    if line.is_others and "cut_off" in cut.columns:
        told = zip(cut.columns, column.keys, column.heading, strict=False)
        rest = [label for of, _, label in told if of != "cut_off"]
        return " · ".join((*line.labels, *rest)), column.keys[cut.columns.index("cut_off")]
    if "cut_off" not in cut.axes:
        own = column.heading[: len(column.keys)] if cut.columns else column.heading
        return " · ".join(own), " · ".join(line.labels[skipped:])
    named = dict(zip(cut.axes, zip((*line.keys, *column.keys), (*line.labels, *column.heading), strict=False), strict=False))
    rest = [label for of, (_, label) in named.items() if of != "cut_off"]
    return " · ".join(rest) or words.measure_name(column.measure), named["cut_off"][0]


def _rows(points: Points, name: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """A row per category and a column per series, with the words of each series."""
    categories = list(dict.fromkeys(category for series in points.values() for category in series))
    rows = pd.DataFrame({name: pd.to_datetime(categories) if name == DAY else categories})
    for n, series in enumerate(points.values()):
        rows[f"s{n}"] = [series.get(category) for category in categories]
    return (rows.sort_values(name) if name == DAY else rows), {f"s{n}": words_ for n, words_ in enumerate(points)}


def compared_in(cut: Cut, series: dict[str, str], on: date) -> str:
    """What is set side by side and up to when, as the title says."""
    ending = MEASURES[cut.measures[0]].ending
    what = words.measure_name(cut.measures[0]) if cut.columns or len(series) == 1 or "cut_off" in cut.axes else ", ".join(series.values())
    by = f" theo {', '.join(DIMENSIONS[code].label.lower() for code in cut.axes)}" if cut.axes else ""
    until = f"đến {formats.day_of_year(on)} mỗi năm" if "plan_year" in cut.axes else f"đến {formats.day(on)}"
    return f"{what}{by}{' (triệu đồng)' if ending == 'vnd' else ''}, {until}"
