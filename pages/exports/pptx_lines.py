"""The lines of a native chart through the year: told apart by dash and mark, each named at its last point, clear of the other.

A point is hollow where not every unit had figures that day: where `exact_count` is below `unit_count`, or `<series>_is_partial` says so. A
series of which neither is known is a line to compare with, such as a target: it has no marks and no figure.
"""

from datetime import date
from typing import Any

import pandas as pd
from pptx.chart.axis import CategoryAxis
from pptx.chart.chart import Chart as Drawing
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.util import Pt

from pages.exports.paper import Chart
from pages.exports.pptx_look import LINES, WHITE
from pages.parts import formats

FIRST_DAY = date(1899, 12, 30)  # from which Office counts days
ASIDE = 0.12  # of the time shown: room at the right for what is written there
CLOSE = 0.08  # of the whole height: ends nearer than this are named above and below
MARK = 10


def draw(drawing: Drawing, chart: Chart, rows: pd.DataFrame) -> dict[int, tuple[int, XL_LABEL_POSITION, RGBColor]]:
    """Draw the lines; gives which point of which series (by place) is to be named, where beside it, and in which colour."""
    _days(drawing.category_axis, [formats.as_date(day) for day in rows[chart.category]])
    drawing._chartSpace.chart.find(qn("c:dispBlanksAs")).set("val", "span")  # a day without a figure does not break the line
    ends = {}
    for place, ((_, column), series) in enumerate(zip(chart.series, drawing.plots[0].series, strict=True)):
        colour, dash, wide = LINES[place % len(LINES)]
        series.smooth = False
        series.format.line.color.rgb, series.format.line.dash_style, series.format.line.width = colour, dash, Pt(wide)
        series.marker.style = XL_MARKER_STYLE.NONE
        known = [at for at, value in enumerate(rows[column]) if not formats.is_missing(value)]
        if known and (partial := _partial(rows, column)) is not None:
            for at in known:
                _mark(series.points[at].marker, colour, is_hollow=bool(partial.iloc[at]))
            ends[place] = (known[-1], float(rows[column].iloc[known[-1]]), colour)
    return _named(ends, rows, chart)


def _partial(rows: pd.DataFrame, column: str) -> pd.Series | None:
    if "exact_count" in rows and "unit_count" in rows:
        return rows["exact_count"] < rows["unit_count"]
    return rows.get(f"{column}_is_partial")


def _named(ends: dict[int, tuple[int, float, RGBColor]], rows: pd.DataFrame, chart: Chart) -> dict[int, Any]:
    """Each end is named at its right, where a rising line leaves room; above where another line goes on beneath, or ends close by."""
    highest = max([1.0 if chart.series[0][1].endswith("_share") else 0.0, *(value for _, value, _ in ends.values())])
    named = {}
    for place, (at, value, colour) in ends.items():
        position = XL_LABEL_POSITION.RIGHT
        for other, (last, _, _) in ends.items():
            known = rows[chart.series[other][1]].iloc[: at + 1].dropna()
            apart = value - float(known.iloc[-1]) if other != place and len(known) else 0.0
            if other != place and last == at and abs(apart) < CLOSE * highest:
                position = XL_LABEL_POSITION.ABOVE if (apart, other) > (0, place) else XL_LABEL_POSITION.BELOW
            elif other != place and last > at and apart >= 0:
                position = XL_LABEL_POSITION.ABOVE
        named[place] = (at, position, colour)
    return named


def _days(axis: CategoryAxis, days: list[date]) -> None:
    """Days in their distance from each other, every other month named with its year, with room at the right."""
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "dd/mm/yy", False
    first, last = min(days), max(days)
    axis.minimum_scale = (first - FIRST_DAY).days
    axis.maximum_scale = (last - FIRST_DAY).days + round((last - first).days * ASIDE)
    for name, value in (("c:majorUnit", "2"), ("c:majorTimeUnit", "months")):
        step = axis._element.makeelement(qn(name), {"val": value})
        axis._element.append(step)


def _mark(marker: Any, colour: RGBColor, *, is_hollow: bool) -> None:
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, MARK
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = WHITE if is_hollow else colour
    marker.format.line.color.rgb = colour
    marker.format.line.width = Pt(2)
