"""Charts that set districts beside each other: plan size against share, and one small curve each."""

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from pages.parts.charts.look import BLUE, GREY, INK, MARGIN, MILLION, ORANGE, PALE, TEMPLATE, figure, height_of

WIDE, HIGH = 540, 330  # of the scatter's inside in pixels, about; labels are kept apart on it
LETTER = 8.2  # of a label in pixels, about
COLUMNS = 3


def rank_bars(rows: pd.DataFrame, *, name: str, label: str, hover: str, whole: float | None, whole_name: str = "mức chung") -> go.Figure:
    """Bars of `measured_share` in the order given, labels in a column of their own; what lags is hatched; `whole` is a line across."""
    shares = rows["measured_share"].astype("float64").tolist()
    top = max([0.01, *(share for share in shares if share == share)])
    lags = rows["is_behind"].tolist()
    hatch = {"shape": ["/" if lag else "" for lag in lags], "fgcolor": "white", "size": 6, "solidity": 0.3, "fillmode": "overlay"}
    chart = figure(
        "rank_bars",
        height_of(len(rows)),
        go.Bar(
            y=rows[name].tolist(),
            x=[share if share == share else None for share in shares],
            orientation="h",
            customdata=list(zip(rows[label], rows[hover], strict=True)),
            marker={"color": [ORANGE if lag else BLUE for lag in lags], "pattern": hatch},
            hovertemplate="%{y}: %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        ),
        go.Scatter(  # why there is no bar stands where the bar would
            y=rows[name].tolist(),
            x=[1.02 * top if share == share else 0.0 for share in shares],
            mode="text",
            text=[f" {words}" for words in rows[label]],
            textposition="middle right",
            cliponaxis=False,
            hoverinfo="skip",
        ),
    )
    longest = max((len(words) for words, share in zip(rows[label], shares, strict=True) if share == share), default=0)
    chart.update_yaxes(autorange="reversed", showgrid=False)
    chart.update_xaxes(range=[0, 1.02 * top / (1 - min(0.6, LETTER * longest / 300))], tickvals=_ticks(top), tickformat=",.2~%")
    if whole is not None:
        chart.add_vline(whole, line={"color": GREY, "width": 1.5, "dash": "dash"}, layer="below")
        chart.add_annotation(x=whole, y=1, yref="paper", yanchor="bottom", text=whole_name, showarrow=False, font={"size": 13})
    return chart


def _ticks(top: float) -> list[float]:
    """Round shares from 0 up to the longest bar: none under the column of labels."""
    step = next(step for step in (0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005) if step <= top)
    return [n * step for n in range(int(top / step + 1e-9) + 1)]


def plan_by_share(rows: pd.DataFrame, *, name: str, marked: str, whole: float | None, whole_name: str) -> go.Figure:
    """One mark per row: plan in triệu đồng across, share up, named beside the mark; `marked` is a yes/no column of what stands out."""
    plans, shares = (rows["planned_vnd"].astype("float64") / MILLION).tolist(), rows["disbursed_share"].astype("float64").tolist()
    right = 1.18 * max(plans, default=1.0)
    known = [*shares, *([] if whole is None else [whole])]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = max(0.02, 0.18 * (high - low))
    bottom, top = (low - room if low > room else -0.14 * (high + room)), high + room
    chart = figure(
        "plan_by_share",
        400,
        go.Scatter(
            x=plans,
            y=shares,
            mode="markers",
            cliponaxis=False,
            marker={
                "size": 11,
                "color": [INK if yes else BLUE for yes in rows[marked]],
                "symbol": ["diamond" if yes else "circle" for yes in rows[marked]],
            },
            customdata=list(zip(rows[name], rows["label"], strict=True)),
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
        ),
    )
    if whole is not None:
        chart.add_hline(whole, line={"color": GREY, "width": 1.5, "dash": "dash"}, layer="below")
        chart.add_annotation(
            x=1, xref="paper", y=whole, text=whole_name, showarrow=False, xanchor="right", yanchor="bottom",
            font={"size": 13, "color": GREY},
        )  # fmt: skip
    line = [] if whole is None else [(whole - bottom) / (top - bottom) * HIGH]
    spots = [(x / right * WIDE, (y - bottom) / (top - bottom) * HIGH) for x, y in zip(plans, shares, strict=True)]
    for x, y, words, yes, (ax, ay) in zip(plans, shares, rows[name], rows[marked], _apart(spots, rows[name].tolist(), line), strict=True):
        chart.add_annotation(
            x=x, y=y, ax=ax, ay=-ay, text=f"<b>{words}</b>" if yes else words, font={"size": 13, "color": INK},
            showarrow=True, arrowhead=0, arrowwidth=1, arrowcolor=GREY, standoff=6, borderpad=0,
        )  # fmt: skip
    chart.update_xaxes(range=[0, right], tickformat=",.0f", title={"text": "Kế hoạch vốn (triệu đồng)", "font": {"size": 13}}, nticks=6)
    chart.update_yaxes(range=[bottom, top], tickformat=",.1~%", nticks=6)
    return chart


def _apart(points: list[tuple[float, float]], names: list[str], lines: list[float]) -> list[tuple[float, float]]:
    """How far from its mark each name stands, across and up, so that it covers few marks and names; farther ones get a thin line."""
    taken = [(x - 8, y - 8, x + 8, y + 8) for x, y in points] + [(0.0, y - 2, WIDE, y + 2) for y in lines]
    chosen = []
    for (x, y), words in zip(points, names, strict=True):
        half = 3.8 * len(words) + 4
        near = [(half + 9, 0.0), (-half - 9, 0.0), (0.0, 18.0), (0.0, -18.0)]
        far = [(side * (half + out), up) for out in (16.0, 48.0) for up in (26.0, -26.0, 48.0, -48.0, 70.0, 92.0) for side in (1, -1)]
        boxes = [((dx, dy), (x + dx - half, y + dy - 9, x + dx + half, y + dy + 9)) for dx, dy in near + far]
        place, box = min(boxes, key=lambda entry: sum(_shared(entry[1], other) for other in taken) + _outside(entry[1]) + _far(entry[0]))
        taken.append(box)
        chosen.append(place)
    return chosen


def _far(place: tuple[float, float]) -> float:
    return 0.4 * (abs(place[0]) + 2 * abs(place[1]))


def _shared(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The area two boxes (left, bottom, right, top) have in common."""
    return max(0.0, min(one[2], other[2]) - max(one[0], other[0])) * max(0.0, min(one[3], other[3]) - max(one[1], other[1]))


def _outside(box: tuple[float, ...]) -> float:
    return 30 * (max(0.0, -box[0]) + max(0.0, box[2] - WIDE) + max(0.0, -box[1]) + max(0.0, box[3] - HIGH))


def small_curves(rows: pd.DataFrame, whole: pd.DataFrame, *, key: str, name: str, order: list[str], plan_year: int) -> go.Figure:
    """A panel per value of `key` in `order`: its cumulative share against that of the whole, dashed; above it its name and last share."""
    lines = -(-max(1, len(order)) // COLUMNS)
    chart = make_subplots(
        rows=lines, cols=COLUMNS, shared_xaxes="all", shared_yaxes="all", horizontal_spacing=0.03, vertical_spacing=0.3 / lines
    )
    for n, code in enumerate(order):
        at, own = {"row": n // COLUMNS + 1, "col": n % COLUMNS + 1}, rows[rows[key] == code]
        chart.add_trace(_small(whole, GREY, "dash", 1.5), **at)
        chart.add_trace(_small(own, BLUE, "solid", 3), **at)
        axis = "" if n == 0 else str(n + 1)
        chart.add_annotation(
            xref=f"x{axis} domain", yref=f"y{axis} domain", x=0, y=1, xanchor="left", yanchor="bottom", align="left", showarrow=False,
            text=_named(own, name, code), font={"size": 13},
        )  # fmt: skip
    chart.update_layout(template=TEMPLATE, height=96 + 172 * lines, uirevision="small_curves", separators=",.", margin=MARGIN | {"t": 44})
    highest = max(1.04, 1.02 * float(rows["disbursed_share"].max())) if len(rows) else 1.04  # more than the plan is drawn as more
    start, end = pd.Timestamp(plan_year, 1, 1), pd.Timestamp(plan_year, 12, 31)
    ticks = [pd.Timestamp(plan_year, 4, 1), pd.Timestamp(plan_year, 10, 1)]
    chart.update_xaxes(range=[start, end], tickvals=ticks, tickformat="%d/%m", tickfont={"size": 12}, showgrid=False)
    for n in range(len(order)):  # dates under the lowest panel of each column
        chart.update_xaxes(showticklabels=n + COLUMNS >= len(order), row=n // COLUMNS + 1, col=n % COLUMNS + 1)
    chart.update_yaxes(range=[0, highest], tickvals=[0, 0.5, 1], tickformat=".0%", tickfont={"size": 12}, gridcolor=PALE)
    return chart


def _small(points: pd.DataFrame, colour: str, dash: str, width: float) -> go.Scatter:
    return go.Scatter(
        x=points["cut_off_on"].tolist(),
        y=points["disbursed_share"].astype("float64").tolist(),
        mode="lines" if len(points) > 1 else "markers",
        line={"color": colour, "width": width, "dash": dash},
        hovertemplate="%{x|%d/%m/%Y}: %{y:.2%}<extra></extra>",
    )


def _named(points: pd.DataFrame, name: str, code: str) -> str:
    known = points[points["disbursed_share"].notna()]
    if known.empty:
        return f"<b>{points[name].iloc[0] if len(points) else code}</b><br>chưa có số"
    return f"<b>{known[name].iloc[-1]}</b><br>" + f"{known['disbursed_share'].iloc[-1] * 100:.2f}%".replace(".", ",")
