"""Charts of a table that its reader cut: bars side by side, or lines where days are across."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts.look import BLUE, GREY, INK, MARGIN, MILLION, ORANGE, PALE, SAND, SKY, figure

MOST_SERIES, MOST_MARKS = 8, 1_000
STANDING = 6  # categories with short names stand side by side as columns; more lie, so that their names are read
LOOKS = (  # a colour, and beside it a hatching, a dash and a mark: told apart on grey paper and by colour-blind eyes
    (BLUE, "", "solid", "circle"),
    (SKY, "/", "dash", "square"),
    (ORANGE, "x", "dot", "diamond"),
    (SAND, ".", "dashdot", "triangle-up"),
    (GREY, "", "longdash", "x"),
    (PALE, "\\", "longdashdot", "cross"),
    (INK, "-", "solid", "star"),
    ("#ffffff", "|", "dash", "pentagon"),
)
PALEST = {SKY, SAND, PALE, "#ffffff"}  # as a thin line on white these are not seen: drawn in ink


def crossed(rows: pd.DataFrame, *, name: str, series: dict[str, str], ending: str) -> go.Figure:
    """A bar per row and series: `series` names columns of `rows`, all of one ending, which decides how values are written."""
    names, lies = rows[name].tolist(), len(rows) > STANDING or rows[name].str.len().max() > 18
    is_alone, labelled = len(series) == 1, len(series) * len(rows) <= 60
    bars = []
    for (column, words), (colour, hatch, _, _) in zip(series.items(), LOOKS, strict=False):
        values = sized(rows[column], ending)
        bars.append(
            go.Bar(
                **({"y": names, "x": values, "orientation": "h"} if lies else {"x": names, "y": values}),
                name=words,
                texttemplate=template("x" if lies else "y", ending) if labelled else None,
                textposition="outside",
                textangle=0,
                cliponaxis=False,
                marker={
                    "color": colour, "line": {"color": GREY, "width": 0.6},
                    "pattern": {
                        "shape": hatch, "fgcolor": INK if colour in PALEST else "white", "size": 6, "solidity": 0.25, "fillmode": "overlay",
                    },
                },
                hovertemplate=f"%{{{'y' if lies else 'x'}}}, {words}: {template('x' if lies else 'y', ending)}<extra></extra>",
            )
        )  # fmt: skip
    chart = figure("crossed", (22 if is_alone else 8 + 17 * len(series)) * len(rows) + 90 if lies else 380, *bars)
    chart.update_layout(barmode="group", bargap=0.25, **legend(not is_alone))
    across, along = (chart.update_yaxes, chart.update_xaxes) if lies else (chart.update_xaxes, chart.update_yaxes)
    across(showgrid=False, type="category", **({"autorange": "reversed"} if lies else {}))
    along(range=_room(rows, list(series), ending, labelled and lies), **axis(ending))
    return chart


def through_time(rows: pd.DataFrame, *, day: str, series: dict[str, str], ending: str) -> go.Figure:
    """A line per series over the days of `rows`; a missing value breaks it. Hollow where `<series>_is_partial` says so."""
    lines = [
        go.Scatter(
            x=rows[day].tolist(),
            y=sized(rows[column], ending),
            name=words,
            mode="lines+markers",
            line={"color": INK if colour in PALEST else colour, "width": 2.2, "dash": dash},
            marker={
                "size": 9, "symbol": mark, "color": _filled(rows, column, INK if colour in PALEST else colour),
                "line": {"color": INK if colour in PALEST else colour, "width": 2},
            },
            cliponaxis=False,
            hovertemplate=f"%{{x|%d/%m/%Y}}, {words}: {template('y', ending)}<extra></extra>",
        )
        for (column, words), (colour, _, dash, mark) in zip(series.items(), LOOKS, strict=False)
    ]  # fmt: skip
    chart = figure("through_time", 400, *lines)
    chart.update_layout(**legend(len(series) > 1))
    chart.update_xaxes(tickformat="%d/%m/%Y", showgrid=False, nticks=7)
    chart.update_yaxes(range=_room(rows, list(series), ending, False), **axis(ending))
    return chart


def _filled(rows: pd.DataFrame, column: str, colour: str) -> list[str]:
    return ["white" if is_partial else colour for is_partial in rows.get(f"{column}_is_partial", pd.Series(False, rows.index))]


def sized(values: pd.Series, ending: str) -> list[float | None]:
    """The values as they are drawn: money in triệu đồng, None where there is none."""
    size = MILLION if ending == "vnd" else 1
    return [None if pd.isna(value) else float(value) / size for value in values]


def template(axis: str, ending: str) -> str:
    """How a value of an ending is written beside its mark."""
    return {
        "vnd": f"%{{{axis}:,.0f}}", "share": f"%{{{axis}:.2%}}", "points": f"%{{{axis}:+.2%}}", "count": f"%{{{axis}:,.0f}}",
    }.get(ending, f"%{{{axis}:,.2~f}}")  # fmt: skip


def axis(ending: str) -> dict[str, object]:
    """How the ticks of an axis are written."""
    if ending in ("share", "points"):
        return {"tickformat": ",.2~%", "nticks": 6}
    return {"tickformat": ",.10~g", "nticks": 6} | ({"ticksuffix": " triệu"} if ending == "vnd" else {})


def _room(rows: pd.DataFrame, columns: list[str], ending: str, has_labels: bool) -> list[float]:
    """From nothing, or the least below it, to the most, with room for the words beside a bar."""
    known = [value for column in columns for value in sized(rows[column], ending) if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known]) or 1.0
    more = 0.16 if has_labels else 0.08
    return [low - (more * (high - low) if low < 0 else 0), high + more * (high - low)]


def legend(is_shown: bool) -> dict[str, object]:
    """The names above the chart, where there are several."""
    above = {"orientation": "h", "y": 1, "yref": "paper", "yanchor": "bottom", "x": 0, "traceorder": "normal"}
    return {"showlegend": is_shown, "legend": above, "margin": MARGIN | {"t": 40 if is_shown else 24, "r": 12}}
