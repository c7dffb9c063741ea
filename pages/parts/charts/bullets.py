"""Charts of indicators: attained against target (bullets), how units stand at each (statuses), growth through the year (rounds)."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts.look import BLUE, GREY, INK, MARGIN, ORANGE, PALE, figure

MOST = 2.0  # of the target: a longer bar ends here; its label says how far it goes
ROW = 41  # pixels of a bullet and the words over it
HATCH = {"fgcolor": "white", "size": 6, "solidity": 0.3, "fillmode": "overlay"}
FILLS = {  # light enough for dark letters; on grey paper what lags is darker; the symbol stands in every cell
    "exceeded": "#c3dcf2",
    "reached": "#d9e8f5",
    "under_way": "#f1f5fa",
    "at_risk": "#f3c887",
    "missed": "#e6935a",
    "no_result": "#ffffff",
    "no_target": "#e9ebee",
}


def bullets(rows: pd.DataFrame, *, name: str, label: str, far: str | None = None, goal: str = "kế hoạch (100%)") -> go.Figure:
    """A bar of `attainment_share` per row, a tick at `expected_share`, a long one at the target; over each bar its `name` and `label`.

    Rows of the yes/no column `far` are hatched. A row without a figure has its words alone.
    """
    places = list(range(len(rows)))
    shares = [None if pd.isna(v) else float(v) for v in rows["attainment_share"]]
    expected = [None if pd.isna(v) else float(v) for v in rows["expected_share"]]
    known = [s for s in shares if s is not None]
    low, high = max(-0.5, min([0.0, *known])), min(MOST, max([1.0, *known]))
    lags = rows[far].tolist() if far else [False] * len(rows)
    chart = figure(
        "bullets",
        ROW * len(rows) + 60,
        go.Bar(  # the ground: the whole of the target
            y=places, x=[1.0 if s is not None else None for s in shares], orientation="h", width=0.42, hoverinfo="skip", showlegend=False,
            marker={"color": PALE}, opacity=0.55,
        ),
        go.Bar(
            y=places,
            x=[None if s is None else min(max(s, low), high) for s in shares],
            orientation="h",
            width=0.24,
            showlegend=False,
            marker={
                "color": [ORANGE if lag else BLUE for lag in lags],
                "pattern": {"shape": ["/" if lag else "" for lag in lags], **HATCH},
            },
            customdata=list(zip(rows[name], rows[label], strict=True)),
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
        ),
        _ticks(places, expected, "theo tiến độ phải đạt đến nay", (8, INK)),
        _ticks(places, [1.0 if s is not None else None for s in shares], goal, (15, GREY)),
        go.Scatter(  # the words over each bar
            y=[p - 0.46 for p in places],
            x=[low] * len(rows),
            mode="text",
            text=[f"<b>{n}</b>: {words}" for n, words in zip(rows[name], rows[label], strict=True)],
            textposition="middle right",
            textfont={"size": 14, "color": INK},
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
        ),
    )  # fmt: skip
    chart.update_layout(
        barmode="overlay", showlegend=True, legend={"orientation": "h", "y": 1, "yref": "paper", "yanchor": "bottom", "x": 0},
        margin=MARGIN | {"t": 34, "l": 14},
    )  # fmt: skip
    chart.update_yaxes(range=[len(rows) - 0.6, -0.8], showticklabels=False, showgrid=False, ticks="")
    chart.update_xaxes(
        showgrid=False, range=[low, 1.03 * high], tickvals=[t / 4 for t in range(-2, 9) if low <= t / 4 <= high], tickformat=".0%"
    )
    return chart


def statuses(
    cells: pd.DataFrame,
    *,
    row: str,
    column: str,
    rows: list[str],
    columns: list[str],
    label: str,
    hover: str,
    fills: dict[str, str] = FILLS,
) -> go.Figure:
    """How every row stands in every column: the colour of `status`, `label` (symbol and share) in the cell; no line of `cells`, no cell."""
    codes = list(fills)
    wide = {
        key: cells.pivot(index=row, columns=column, values=key).reindex(index=rows, columns=columns) for key in ("status", label, hover)
    }
    steps = [(n / len(codes), colour) for n, colour in enumerate(fills.values())]
    scale = [edge for n, (at, colour) in enumerate(steps) for edge in ((at, colour), ((n + 1) / len(codes), colour))]
    chart = figure(
        "statuses",
        27 * len(rows) + 130,
        go.Heatmap(
            z=[[codes.index(v) if v in fills else None for v in line] for line in wide["status"].to_numpy()],
            x=columns,
            y=rows,
            text=wide[label].fillna("").to_numpy().tolist(),
            customdata=wide[hover].fillna("").to_numpy().tolist(),
            texttemplate="%{text}",
            textfont={"size": 12, "color": INK},
            colorscale=scale,
            zmin=-0.5,
            zmax=len(codes) - 0.5,
            xgap=2,
            ygap=2,
            showscale=False,
            hoverongaps=False,
            hovertemplate="%{y}, %{x}: %{customdata}<extra></extra>",
        ),
    )
    chart.update_layout(plot_bgcolor="white")
    chart.update_yaxes(autorange="reversed", showgrid=False, tickfont={"size": 13})
    chart.update_xaxes(side="top", tickangle=-60, showgrid=False, tickfont={"size": 13})
    return chart


def rounds(points: pd.DataFrame, *, plan_year: int, label: str, unit: str) -> go.Figure:
    """`achieved` through the year under the target of each day, drawn as steps; hollow where not every unit told; `label` at each point."""
    days, start, end = points["cut_off_on"].tolist(), date(plan_year, 1, 1), date(plan_year, 12, 31)
    whole = (points["reported_count"] >= points["expected_count"]).tolist()
    plans, achieved = points["planned"].astype("float64"), points["achieved"].astype("float64")
    even = plans * points["expected_share"].astype("float64")
    chart = figure(
        "rounds",
        360,
        go.Scatter(
            x=days,
            y=_numbers(even),
            mode="lines+markers",
            line={"color": GREY, "width": 1.5, "dash": "dot"},
            marker={"symbol": "line-ew", "size": 10, "line": {"color": GREY, "width": 2}},
            hovertemplate="%{x|%d/%m}: theo tiến độ %{y:,.2~f}<extra></extra>",
        ),
        go.Scatter(
            x=[start, *days, end],
            y=[*_numbers(plans.head(1)), *_numbers(plans), *_numbers(plans.tail(1))],
            mode="lines",
            line={"color": ORANGE, "width": 2, "dash": "dashdot", "shape": "hv"},
            hovertemplate="kế hoạch %{y:,.2~f}<extra></extra>",
        ),
        go.Scatter(
            x=days,
            y=_numbers(achieved),
            mode="lines+markers+text",
            name="đã đạt",
            text=points[label].tolist(),
            textposition="top left",
            textfont={"size": 13, "color": BLUE},
            cliponaxis=False,
            line={"color": BLUE, "width": 2.5},
            marker={"size": 10, "color": [BLUE if w else "white" for w in whole], "line": {"color": BLUE, "width": 2}},
            customdata=list(zip(points["reported_count"], points["expected_count"], strict=True)),
            hovertemplate="%{x|%d/%m}: %{text}<br>%{customdata[0]}/%{customdata[1]} đơn vị có kết quả<extra></extra>",
        ),
    )  # fmt: skip
    chart.update_layout(margin=MARGIN | {"r": 14})
    if plans.notna().any():
        chart.add_annotation(
            x=start, y=plans.dropna().iloc[0], text="kế hoạch năm", showarrow=False, xanchor="left", yanchor="bottom",
            font={"size": 14, "color": ORANGE},
        )  # fmt: skip
    top = max([1e-9, *(v for v in (*achieved, *plans) if v == v)])
    chart.update_xaxes(
        range=[start, end], tickvals=[*(date(plan_year, m, 1) for m in range(1, 12, 2)), end], tickformat="%d/%m", showgrid=False
    )
    chart.update_yaxes(
        range=[min([0.0, *(1.15 * v for v in achieved if v == v)]), 1.15 * top], tickformat=",.10~g", ticksuffix=f" {unit}", nticks=6
    )
    return chart


def _numbers(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(v) else float(v) for v in values]


def _ticks(places: list[int], at: list[float | None], words: str, look: tuple[int, str]) -> go.Scatter:
    """A mark across each bar that has one."""
    known = [(p, e) for p, e in zip(places, at, strict=True) if e is not None]
    return go.Scatter(
        y=[p for p, _ in known],
        x=[e for _, e in known],
        mode="markers",
        name=words,
        marker={"symbol": "line-ns", "size": look[0], "line": {"color": look[1], "width": 4}},
        cliponaxis=False,
        hovertemplate=words + ": %{x:.2%}<extra></extra>",
    )
