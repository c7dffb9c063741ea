"""Charts of rows against each other: ranked shares, parts of a plan, and the heat map."""

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts.look import BLUE, BLUES, GREY, INK, MILLION, ORANGE, PALE, SAND, SKY, figure, height_of


def share_bars(
    rows: pd.DataFrame, *, name: str, label: str, group: str | None = None, whole: float | None = None, whole_name: str = ""
) -> go.Figure:
    """Bars of `disbursed_share`, in the order given; those that lag are hatched; the share of the whole is a line across."""
    lags = rows["is_behind"].tolist() if "is_behind" in rows else [False] * len(rows)
    names = rows[name].tolist() if group is None else [rows[group].tolist(), rows[name].tolist()]
    shares = rows["disbursed_share"].astype("float64")
    top = max(1.0, shares.max()) if shares.notna().any() else 1.0  # more than the plan is drawn as more
    places, room = _label_places(rows[label].tolist(), shares.tolist(), top, whole)
    chart = figure(
        f"share_bars {name}",
        height_of(len(rows)),
        go.Bar(
            y=names,
            x=[None if missing else share for share, missing in zip(shares, shares.isna(), strict=True)],
            orientation="h",
            customdata=list(zip(rows[label], rows["left"], strict=True)),
            marker={
                "color": [ORANGE if lag else BLUE for lag in lags],
                "pattern": {
                    "shape": ["/" if lag else "" for lag in lags],
                    "fgcolor": "white",
                    "size": 6,
                    "solidity": 0.3,
                    "fillmode": "overlay",
                },
            },
            hovertemplate="%{y}: %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        ),
        go.Scatter(  # the labels in a column of their own, clear of the line across; why there is no bar stands where the bar would
            y=names,
            x=places,
            mode="text",
            text=[f" {words}" for words in rows[label]],
            textposition="middle right",
            cliponaxis=False,
            hoverinfo="skip",
        ),
    )
    chart.update_yaxes(autorange="reversed", showgrid=False)
    chart.update_xaxes(range=[0, room], tickvals=[0, 0.5, 1], tickformat=".0%")
    if whole is not None:
        chart.add_vline(whole, line={"color": GREY, "width": 1.5, "dash": "dash"}, layer="below")
        chart.add_annotation(x=whole, y=1, yref="paper", yanchor="bottom", text=whole_name, showarrow=False, font={"size": 13})
    return chart


def _label_places(labels: list[str], shares: list[float], top: float, whole: float | None) -> tuple[list[float], float]:
    """Where each label starts, and how far the axis must reach for them: in a column beyond the bars, or at the bar where it is short.

    At the foot stands what has no bar, and what is too long for the column beside a bar that leaves room.
    """
    line = whole if whole is not None and whole < 0.3 else 0.0  # a label at the foot starts after the line across
    at_bar = [not share > 0 or (len(words) > 8 and share < top / 3) for words, share in zip(labels, shares, strict=True)]
    places = [max(line, share if share > 0 else 0.0) if near else top for share, near in zip(shares, at_bar, strict=True)]
    longest = max((len(words) for words, near in zip(labels, at_bar, strict=True) if not near), default=0)
    return places, top / (1 - min(0.6, max(0.286, 0.03 * longest)))


def heat(
    cells: pd.DataFrame, *, row: str, column: str, columns: list[str], label: str, value: str = "disbursed_share", most: float = 1
) -> go.Figure:
    """A `value` of every row × column, in the order given; darker = more, up to `most`.

    A cell without plan is empty, one without a figure says so.
    """
    rows = list(dict.fromkeys(cells[row]))
    columns = [name for name in columns if name in set(cells[column])]
    shares = cells.pivot(index=row, columns=column, values=value).reindex(index=rows, columns=columns).astype("float64")
    labels = cells.pivot(index=row, columns=column, values=label).reindex(index=rows, columns=columns).fillna("")
    chart = figure(
        "heat",
        height_of(len(rows)) + 130,
        go.Heatmap(
            z=[[None if pd.isna(v) else v for v in line] for line in shares.to_numpy()],
            x=columns,
            y=rows,
            text=labels.to_numpy().tolist(),
            texttemplate="%{text}",
            textfont={"size": 13, "color": INK},
            colorscale=BLUES,
            zmin=0,
            zmax=most,
            xgap=2,
            ygap=2,
            showscale=False,
            hoverongaps=False,
            hovertemplate="%{y}, %{x}: %{text}<extra></extra>",
        ),
    )
    chart.update_yaxes(autorange="reversed", showgrid=False, tickfont={"size": 13})
    chart.update_xaxes(side="top", tickangle=-60, showgrid=False, tickfont={"size": 13})
    return chart


def parts_of_plan(rows: pd.DataFrame, *, name: str, parts: dict[str, str]) -> go.Figure:
    """The plan of each row cut into what became of it, in triệu đồng: `parts` names the columns, nearest to the goal first."""
    looks = zip(parts.items(), (BLUE, SKY, SAND, PALE), ("", "", "/", "."), strict=False)
    bars = [
        go.Bar(
            y=rows[name].tolist(),
            x=(rows[column].astype("float64") / MILLION).tolist(),
            orientation="h",
            name=words,
            marker={"color": colour, "pattern": {"shape": shape, "fgcolor": GREY, "size": 5, "solidity": 0.2, "fillmode": "overlay"}},
            hovertemplate="%{y}, " + words + ": %{x:,.0f} triệu đồng<extra></extra>",
        )
        for (column, words), colour, shape in looks
    ]
    chart = figure("parts_of_plan", height_of(len(rows)) + 60, *bars)
    chart.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"})
    chart.update_yaxes(autorange="reversed", showgrid=False)
    chart.update_xaxes(tickformat=",.0f", ticksuffix=" triệu", nticks=5)
    return chart
