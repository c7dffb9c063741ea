"""A chart of a paper as places between 0 and 1, for the typst template to draw: bars with their figures, lines with their last."""

from datetime import date
from typing import Any

import pandas as pd

from pages.exports.paper import Chart
from pages.exports.printed import text
from pages.parts import formats

QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
LETTERS = 0.09  # of the height: a line of letters
APART = 0.1  # of the width: days nearer than this are not both named


def drawn(chart: Chart) -> dict[str, Any]:
    """`highest` counts as 1: the whole for shares, the largest amount for money."""
    rows = chart.answer.reset_index(drop=True)
    columns = [column for _, column in chart.series]
    is_share = columns[0].endswith("_share")
    values = [float(value) for column in columns for value in rows[column] if not formats.is_missing(value)]
    highest = max([1.0 if is_share else 0.0, *values]) or 1.0
    told = {"alt": text(chart.alt), "names": [text(name) for name, _ in chart.series]}
    if chart.kind != "line" or rows.empty:
        return told | {"kind": "bars", "rows": [_bars(row, chart, highest) for _, row in rows.iterrows()]}
    days = [formats.as_date(day) for day in rows[chart.category]]
    span = (max(days) - min(days)).days or 1
    places = [(day - min(days)).days / span for day in days]
    return told | {
        "kind": "line",
        "grid": [{"y": part, "said": (formats.rounded_share if is_share else formats.million)(highest * part)} for part in QUARTERS],
        "days": _named(places, [_day(day, days[0].year) for day in days]),
        "series": (lines := [_line(rows, column, places, highest) for column in columns]),
        "marked": [len(columns) == 1 or f"{column}_is_partial" in rows for column in columns],
        "ends": _apart([line[-1]["y"] if line else 0.0 for line in lines]),
    }


def _bars(row: pd.Series, chart: Chart, highest: float) -> dict[str, Any]:
    """Beside a bar stands what the answer's column `label` says, or its figure."""
    bars = []
    for _, column in chart.series:
        value, label = row[column], row.get("label")
        said = formats.said(column, value) if formats.is_missing(label) else str(label)
        bars.append({"share": 0 if formats.is_missing(value) else max(float(value) / highest, 0), "said": text(said)})
    return {"name": text(formats.said(chart.category, row[chart.category])), "bars": bars}


def _line(rows: pd.DataFrame, column: str, places: list[float], highest: float) -> list[dict[str, Any]]:
    """The points that are known; hollow where not every unit had figures that day (column `<series>_is_partial`)."""
    partial = rows.get(f"{column}_is_partial", pd.Series(False, index=rows.index))
    return [
        {"x": place, "y": float(value) / highest, "said": formats.said(column, value), "is_hollow": bool(is_hollow)}
        for place, value, is_hollow in zip(places, rows[column], partial, strict=True)
        if not formats.is_missing(value)
    ]


def _named(places: list[float], names: list[str]) -> list[dict[str, Any]]:
    """The last day, and those before it that have room."""
    kept = [(places[-1], names[-1])]
    for place, name in reversed(list(zip(places, names, strict=True))):
        if kept[-1][0] - place >= APART:
            kept.append((place, name))
    return [{"x": place, "said": name} for place, name in kept]


def _day(day: date, year: int) -> str:
    """A day; with its year once it is another than the chart began in."""
    return formats.day_of_year(day) if day.year == year else formats.day(day)


def _apart(heights: list[float]) -> list[float]:
    """Where the last figure of each line is written: beside its end, or as far above the next lower one as its letters need."""
    written = dict.fromkeys(range(len(heights)), 0.0)
    below = -LETTERS
    for place in sorted(written, key=lambda place: heights[place]):
        written[place] = below = max(heights[place], below + LETTERS)
    return list(written.values())
