"""A chart of ranges: where each row stands now, between what and what its year may end, and the year's target across."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts.look import BLUE, INK, ORANGE, SKY, figure, height_of

THINNEST = 0.004  # a range of one point is still seen


def ranges(rows: pd.DataFrame, *, name: str, label: str, target: float | None) -> go.Figure:
    """Bars from `low_share` to `high_share`, a tick at `middle_share`, a dot at `disbursed_share`; `label` says the range, or why none.

    Told apart without colour: the dot is filled, the bar is hatched, the tick is a line, the target is dashed.
    """
    names = rows[name].tolist()
    low, middle, high, now = (_numbers(rows[f"{column}_share"]) for column in ("low", "middle", "high", "disbursed"))
    top = max([1.0, *(share for share in (*high, *now) if share is not None)])
    chart = figure(
        f"ranges {name}",
        height_of(len(rows)) + 50,
        go.Bar(
            y=names,
            base=low,
            x=[None if a is None or b is None else max(b - a, THINNEST) for a, b in zip(low, high, strict=True)],
            orientation="h",
            width=0.5,
            name="khoảng dự báo đến 31/12",
            marker={
                "color": SKY,
                "line": {"color": BLUE, "width": 1},
                "pattern": {"shape": "/", "fgcolor": BLUE, "size": 7, "solidity": 0.15, "fillmode": "overlay"},
            },
            customdata=rows[label].tolist(),
            hovertemplate="%{y}: %{customdata}<extra></extra>",
        ),
        _marks(names, middle, "mức giữa", {"symbol": "line-ns", "size": 17, "line": {"color": INK, "width": 2.5}}),
        _marks(names, now, "đã giải ngân", {"symbol": "circle", "size": 11, "color": INK}),
        go.Scatter(  # the range in figures, in a column of its own
            y=names,
            x=[top] * len(names),
            mode="text",
            text=[f"  {words}" for words in rows[label]],
            textposition="middle right",
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        ),
    )
    chart.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.06, "yanchor": "bottom", "x": 0})
    chart.update_yaxes(autorange="reversed", showgrid=False)
    longest = max((len(words) for words in rows[label]), default=0)
    chart.update_xaxes(range=[0, top / (1 - min(0.5, max(0.2, 0.03 * longest)))], tickvals=[0, 0.5, 1], tickformat=".0%")
    if target is not None:
        chart.add_vline(target, line={"color": ORANGE, "width": 2, "dash": "dash"})
        words = f"mục tiêu năm {target * 100:.2f}%".replace(".", ",")
        chart.add_annotation(
            x=target, y=1, yref="paper", yanchor="bottom", text=words, showarrow=False, font={"size": 13, "color": ORANGE}
        )  # fmt: skip
    return chart


def _marks(names: list[str], places: list[float | None], words: str, marker: dict) -> go.Scatter:
    hover = "%{y}: " + words + " %{x:.2%}<extra></extra>"
    return go.Scatter(y=names, x=places, mode="markers", name=words, marker=marker, cliponaxis=False, hovertemplate=hover)


def _numbers(shares: pd.Series) -> list[float | None]:
    return [None if pd.isna(share) else float(share) for share in shares]
