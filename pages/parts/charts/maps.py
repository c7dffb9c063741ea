"""Maps drawn as closed lines, without any map service: tiles of equal size, or real boundaries given as rings of positions.

Darker = more, in steps of lightness that stay apart on grey paper; what has no figure is white and hatched.
"""

from collections.abc import Iterator
from math import cos, radians

import pandas as pd
import plotly.graph_objects as go

from pages.parts.charts.look import GREY, INK, figure

SHADES = ("#eaf2f9", "#c3daee", "#8fbbe0", "#3a78b3", "#1f5f99", "#0b3658")  # light to dark
DARK_FROM = 3  # from this shade on letters are white
NARROWEST = 0.2  # smaller differences than this are not blown up to the whole scale
GAP = 0.04

Point = tuple[float, float]


def tiles(rows: pd.DataFrame, *, name: str, label: str, value: str, marked: str | None = None) -> go.Figure:
    """One tile per row at `tile_row`, `tile_column`, with name and label in it."""
    placed = rows[rows["tile_row"].notna()]
    shapes = [_square(float(row.tile_column), -float(row.tile_row)) for row in placed.itertuples()]
    chart = _drawn("tiles", placed, shapes, [(x[0] + 0.5 - GAP, y[0] + 0.5 - GAP) for x, y in shapes], name, label, value, marked)
    high = int(placed["tile_row"].max() - placed["tile_row"].min() + 1) if len(placed) else 1
    chart.update_layout(height=40 + 92 * high)
    return chart


def boundaries(rows: pd.DataFrame, positions: pd.DataFrame, *, name: str, label: str, value: str, marked: str | None = None) -> go.Figure:
    """The outline of each row as its rings have it (`positions`: unit_code, part, ring, lon, lat), a degree east as long as it is there."""
    drawn = dict(list(positions[positions["lon"].notna()].groupby("unit_code", sort=False)))
    placed = rows[rows["unit_code"].isin(drawn)]
    shapes = [_outline(drawn[code]) for code in placed["unit_code"]]
    middles = [_middle(drawn[code]) for code in placed["unit_code"]]
    chart = _drawn("boundaries", placed, shapes, middles, name, label, value, marked)
    chart.data[-1].visible = False  # names stand on light plates: a small unit is narrower than its name
    for (x, y), own, told in zip(middles, placed[name], placed[label], strict=True):
        words = f"{own}<br><b>{told}</b>"
        chart.add_annotation(x=x, y=y, text=words, showarrow=False, font={"size": 13}, bgcolor="rgba(255,255,255,0.8)", borderpad=1)
    middle = float(positions["lat"].mean()) if len(placed) else 0.0
    chart.update_yaxes(scaleanchor="x", scaleratio=1 / cos(radians(middle)))
    chart.update_layout(height=560)
    return chart


def _drawn(
    kind: str, rows: pd.DataFrame, shapes: list, middles: list[Point], name: str, label: str, value: str, marked: str | None
) -> go.Figure:
    shares = [None if pd.isna(v) else float(v) for v in rows[value]]
    shades = _shades(shares)
    areas = [
        go.Scatter(
            x=x,
            y=y,
            mode="lines",
            fill="toself",
            line={"color": INK if code == marked else GREY if not shade else "white", "width": 4 if code == marked else 1.5},
            cliponaxis=False,  # the line around the outermost is drawn whole
            hoverinfo="skip",
            **({"fillcolor": SHADES[shade]} if shade is not None else _hatched()),
        )
        for (x, y), shade, code in zip(shapes, shades, rows["unit_code"], strict=True)
    ]
    words = go.Scatter(
        x=[x for x, _ in middles],
        y=[y for _, y in middles],
        mode="text",
        text=[f"{_two_lines(own)}<br><b>{told}</b>" for own, told in zip(rows[name], rows[label], strict=True)],
        textfont={"size": 14, "color": ["white" if shade is not None and shade >= DARK_FROM else INK for shade in shades]},
        customdata=rows["unit_code"].tolist(),
        cliponaxis=False,
        hoverinfo="skip",
    )
    chart = figure(kind, 400, *areas, words)
    chart.update_layout(margin={"l": 2, "r": 2, "t": 4, "b": 4})
    chart.update_xaxes(visible=False)
    chart.update_yaxes(visible=False)
    return chart


def _shades(shares: list[float | None]) -> list[int | None]:
    """The shade of each share, between the lowest and the highest, or over a wider stretch where they lie close together."""
    known = [share for share in shares if share is not None]
    if not known:
        return [None for _ in shares]
    low, high = min(known), max(known)
    spare = max(0.0, NARROWEST - (high - low)) / 2
    low, high = low - spare, high + spare
    return [None if s is None else min(len(SHADES) - 1, int((s - low) / (high - low) * len(SHADES))) for s in shares]


def _hatched() -> dict[str, object]:
    return {"fillpattern": {"shape": "/", "fgcolor": GREY, "bgcolor": "white", "size": 9, "solidity": 0.12}}


def _square(x: float, y: float) -> tuple[list[float], list[float]]:
    one = 1 - 2 * GAP
    return [x, x + one, x + one, x, x], [y, y, y + one, y + one, y]


def _outline(own: pd.DataFrame) -> tuple[list[float | None], list[float | None]]:
    """All rings of one unit in one line, parted by gaps; the direction of the inner ones cuts them out."""
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in _rings(own):
        x, y = [*x, *ring["lon"].tolist(), None], [*y, *ring["lat"].tolist(), None]
    return x[:-1], y[:-1]


def _rings(own: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for _, ring in own.groupby(["part", "ring"], sort=True):
        yield ring


def _middle(own: pd.DataFrame) -> Point:
    """The centre of gravity of the largest outer ring: where the name stands."""
    return max((_gravity(ring) for ring in _rings(own[own["ring"] == 1])), key=lambda found: found[0])[1]


def _gravity(ring: pd.DataFrame) -> tuple[float, Point]:
    """Area and centre of gravity of a closed ring; of one without area, the mean of its positions."""
    x, y = ring["lon"].tolist(), ring["lat"].tolist()
    cross = [x[n] * y[n + 1] - x[n + 1] * y[n] for n in range(len(x) - 1)]
    area = sum(cross) / 2
    if not area:
        return 0.0, (sum(x) / len(x), sum(y) / len(y))
    middle = (
        sum((x[n] + x[n + 1]) * part for n, part in enumerate(cross)) / (6 * area),
        sum((y[n] + y[n + 1]) * part for n, part in enumerate(cross)) / (6 * area),
    )
    return abs(area), middle


def _two_lines(name: str) -> str:
    """A longer name broken where its halves are most alike."""
    words = name.split()
    if len(words) < 2 or len(name) < 9:
        return name
    at = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return " ".join(words[:at]) + "<br>" + " ".join(words[at:])
