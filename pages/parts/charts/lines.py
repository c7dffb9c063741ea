"""Charts through the year: the cumulative share, and the money under the plan."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts.look import BLUE, GREY, INK, MARGIN, MILLION, ORANGE, figure


def curve(
    now: pd.DataFrame, before: pd.DataFrame, *, plan_year: int, target: float | None, names: tuple[str, str] | None = None
) -> go.Figure:
    """Cumulative share through the year; hollow where not every unit had figures; the year before on the same dates of the calendar.

    With `names`, the two lines are something else than this year and the one before: a whole and one of its parts.
    """
    first, second = names or (str(plan_year - 1), str(plan_year))
    start, end = date(plan_year, 1, 1), date(plan_year, 12, 31)
    last_year = [_moved(day, plan_year) for day in before["cut_off_on"]]
    chart = figure(
        "curve",
        360,
        go.Scatter(x=[start, end], y=[0, 1], mode="lines", line={"color": GREY, "width": 1, "dash": "dot"}, hoverinfo="skip"),
        _line(last_year, before, GREY, "dash", 7),
        _line(now["cut_off_on"].tolist(), now, BLUE, "solid", 9),
    )
    _at(chart, date(plan_year, 7, 25), 0.6, "đều theo thời gian", GREY, "right")
    if target is not None:
        chart.add_hline(target, line={"color": ORANGE, "width": 1.5, "dash": "dashdot"})
        _at(chart, date(plan_year, 1, 4), target, f"mục tiêu năm {_percent(target)}", ORANGE, "left", above=target < 0.9)
    _ends(chart, (last_year, before, first, GREY), (now["cut_off_on"].tolist(), now, second, BLUE))
    chart.update_layout(margin=MARGIN | {"r": max(66, 9 * max(len(first), len(second)))})
    highest = max(pd.concat([now["disbursed_share"], before["disbursed_share"]]).astype("float64").fillna(0), default=0)
    chart.update_xaxes(range=[start, end], tickvals=_months(plan_year), tickformat="%d/%m", showgrid=False)
    chart.update_yaxes(range=[0, max(1.08, 1.05 * highest)], dtick=0.25, tickformat=".0%")
    return chart


def amounts(points: pd.DataFrame, steps: pd.DataFrame, *, plan_year: int, on: date) -> go.Figure:
    """Money spent through the year under the plan, which is drawn as steps: it holds until it is changed."""
    days = [*steps["from_on"].tolist(), pd.Timestamp(on)]
    plan = [*(steps["planned_vnd"] / MILLION).tolist(), *(steps["planned_vnd"].tail(1) / MILLION).tolist()]
    chart = figure(
        "amounts",
        340,
        go.Scatter(x=days[: len(plan)], y=plan, mode="lines", line={"color": INK, "shape": "hv", "dash": "dash"}),
        _line(points["cut_off_on"].tolist(), points.assign(disbursed_share=points["disbursed_vnd"] / MILLION), BLUE, "solid", 8),
    )
    chart.update_traces(hovertemplate="%{x|%d/%m/%Y}: %{y:,.0f} triệu đồng<extra></extra>")
    if plan:
        _at(chart, days[0], plan[0], "kế hoạch vốn", INK, "left", above=False)
    chart.update_xaxes(
        range=[date(plan_year, 1, 1), date(plan_year + 1, 1, 8)], tickvals=_months(plan_year), tickformat="%d/%m", showgrid=False
    )
    chart.update_yaxes(rangemode="tozero", tickformat=",.0f", ticksuffix=" triệu")
    return chart


def warned(now: pd.DataFrame, before: pd.DataFrame, *, plan_year: int) -> go.Figure:
    """The share of each round's reports that the rules warn of (`warned_share`), this year and the year before on the same calendar."""
    told, earlier = (rows.assign(disbursed_share=rows["warned_share"]) for rows in (now, before))
    last_year = [_moved(day, plan_year) for day in before["cut_off_on"]]
    chart = figure("warned", 320, _line(last_year, earlier, GREY, "dash", 7), _line(now["cut_off_on"].tolist(), told, BLUE, "solid", 9))
    _ends(chart, (last_year, earlier, str(plan_year - 1), GREY), (now["cut_off_on"].tolist(), told, str(plan_year), BLUE))
    chart.update_layout(margin=MARGIN | {"r": 66})
    chart.update_xaxes(
        range=[date(plan_year, 1, 1), date(plan_year, 12, 31)], tickvals=_months(plan_year), tickformat="%d/%m", showgrid=False
    )
    chart.update_yaxes(range=[0, 1.08], dtick=0.25, tickformat=".0%")
    return chart


def _line(days: list, points: pd.DataFrame, colour: str, dash: str, size: int) -> go.Scatter:
    told = points if "exact_count" in points else points.assign(exact_count=1, unit_count=1)
    whole = (told["exact_count"] >= told["unit_count"]).tolist()
    return go.Scatter(
        x=days,
        y=points["disbursed_share"].astype("float64").tolist(),
        mode="lines+markers",
        cliponaxis=False,
        line={"color": colour, "width": 2.5, "dash": dash},
        marker={"size": size, "color": [colour if w else "white" for w in whole], "line": {"color": colour, "width": 2}},
        customdata=list(zip(told["exact_count"], told["unit_count"], strict=True)),
        hovertemplate="%{x|%d/%m}: %{y:.2%}"
        + ("<br>%{customdata[0]}/%{customdata[1]} đơn vị có số đúng ngày" if told is points else "")
        + "<extra></extra>",
    )


def _moved(day: pd.Timestamp, year: int) -> pd.Timestamp:
    """The same day of the calendar in another year, however far apart (a payment in January stays after December)."""
    return day + pd.DateOffset(years=1) if day.year == year - 1 else day


def _percent(value: float) -> str:
    return f"{value * 100:.2f}%".replace(".", ",")


def _ends(chart: go.Figure, *lines: tuple[list, pd.DataFrame, str, str]) -> None:
    """Name each line at its last point: in the margin where both end together, else the earlier one above its end, clear of the other."""
    ends = []
    for days, points, words, colour in lines:
        known = [(d, float(s)) for d, s in zip(days, points["disbursed_share"], strict=True) if pd.notna(s)]
        if known:
            ends.append((known[-1][1], known[-1][0], f"<b>{words}<br>{_percent(known[-1][1])}</b>", colour))
    latest = max((end[1] for end in ends), default=None)
    for place, (share, day, text, colour) in enumerate(sorted(ends, key=lambda end: end[0])):
        in_margin = day == latest
        anchor = ("top", "bottom")[place] if len(ends) > 1 and share > 0.1 else "bottom"  # never down among the dates
        x = {"xanchor": "left", "xshift": 8} if in_margin or day.month < 4 else {"xanchor": "right", "xshift": -6}
        y = {"yanchor": anchor, "yshift": {"top": 10, "bottom": -10}.get(anchor, 0)} if in_margin else {"yanchor": "bottom", "yshift": 4}
        chart.add_annotation(
            x=day, y=share, text=text, showarrow=False, font={"color": colour, "size": 14}, align="left", **x, **y
        )  # fmt: skip


def _months(year: int) -> list[date]:
    """Every other month, and the last day of the year."""
    return [*(date(year, month, 1) for month in range(1, 12, 2)), date(year, 12, 31)]


def _at(chart: go.Figure, x: object, y: float, words: str, colour: str, anchor: str, *, above: bool = True) -> None:
    y_place = {"yanchor": "bottom", "yshift": 4} if above else {"yanchor": "top", "yshift": -4}
    chart.add_annotation(x=x, y=y, text=words, showarrow=False, font={"color": colour, "size": 14}, xanchor=anchor, **y_place)
