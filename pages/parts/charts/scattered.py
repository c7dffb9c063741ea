"""Points: two figures of each row against each other."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts.crossed import LOOKS, PALEST, axis, legend, sized, template
from pages.parts.charts.look import INK, figure


def scattered(rows: pd.DataFrame, *, x: str, x_words: str, x_ending: str, series: dict[str, str], ending: str) -> go.Figure:
    """A point per row and series; `series` names columns of `rows`, all of one ending, `x` the column across."""
    points = [
        go.Scatter(
            x=sized(rows[x], x_ending),
            y=sized(rows[column], ending),
            name=words,
            mode="markers",
            marker={"size": 9, "symbol": mark, "color": INK if colour in PALEST else colour, "opacity": 0.8},
            hovertemplate=f"{x_words}: {template('x', x_ending)}<br>{words}: {template('y', ending)}<extra></extra>",
        )
        for (column, words), (colour, _, _, mark) in zip(series.items(), LOOKS, strict=False)
    ]
    chart = figure("scattered", 420, *points)
    chart.update_layout(**legend(len(series) > 1))
    chart.update_xaxes(title={"text": x_words}, **axis(x_ending))
    chart.update_yaxes(title={"text": "" if len(series) > 1 else next(iter(series.values()))}, **axis(ending))
    return chart
