"""A pivot as it is read: what its lines and columns are called, every figure in words, and the marks beside rates that hide something."""

from typing import Any

import pandas as pd

from pages.parts import formats
from pages.parts.formats import is_missing, million, plain, share
from pages.parts.pivot.grid import keys_of
from pages.parts.pivot.laid import Column, Laid, Line
from pages.parts.pivot.shape import Cut

NAME = "ten"  # the column that names the lines
INDENT, STAR = "\u2003", "*"
TOLD = 4  # hidden plans said one by one
RATES = ("disbursed_share",)  # rates over the lines where both figures are known (figures.md 7)
Cells = dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, Any]]


def names(laid: Laid, cut: Cut) -> list[str]:
    """What each line is called: totals by what they add up, a line with all that no line above it says."""
    there = {line.keys for line in laid.lines if not line.is_others}
    told = []
    for line in laid.lines:
        if line.is_others or not line.keys:
            told.append(" · ".join(line.labels))
            continue
        said = next(depth for depth in range(len(line.keys) - 1, -1, -1) if depth == 0 or line.keys[:depth] in there)
        above = sum(line.keys[:depth] in there for depth in range(1, len(line.keys)))
        label = " · ".join(line.labels[said:])
        told.append(INDENT * above + (f"Cộng {label}" if is_total(line, cut) else label))
    return told


def is_total(line: Line, cut: Cut) -> bool:
    """Whether a line adds others up."""
    return len(line.keys) < len(cut.rows) and not line.is_others


def heads(laid: Laid, cut: Cut) -> list[tuple[str, str]]:
    """Per column, the heading it shares with its neighbours and its own; one measure alone is not said over every column."""
    if cut.columns and len({(column.measure, column.what) for column in laid.columns}) == 1:
        shown = [column.heading[: len(column.keys) or 1] for column in laid.columns]
    elif cut.part and not cut.against:  # a share stands beside its figure, under the same member
        shown = [_beside_its_share(column, cut) for column in laid.columns]
    else:
        shown = [column.heading for column in laid.columns]
    return [(" · ".join(dict.fromkeys(heading[:-1])), heading[-1]) for heading in shown]


def _beside_its_share(column: Column, cut: Cut) -> tuple[str, ...]:
    members = column.heading[: len(column.keys) or 1] if cut.columns else ()
    name, *share_of = column.heading[len(members) :]
    return (*members, *share_of) if share_of and len(cut.measures) == 1 and cut.columns else (*members, " · ".join((name, *share_of)))


def figure(column: Column, value: object) -> str:
    """A figure of a column; a change with its sign."""
    sign = (
        "+" if column.what in ("change", "growth") and not is_missing(value) and value > 0 and not column.code.endswith("_points") else ""
    )
    return sign + formats.said(column.code, value)


def by_keys(cells: pd.DataFrame, cut: Cut) -> Cells:
    """The cells by the codes of their line and of their column."""
    keys = zip(keys_of(cells, "row", len(cut.rows)), keys_of(cells, "column", len(cut.columns)), strict=True)
    return dict(zip(keys, cells.to_dict("records"), strict=True))


def table(laid: Laid, cut: Cut, cells: Cells) -> pd.DataFrame:
    """The table in words: the names of the lines, then a column per code; a star where a rate hides a plan without a figure."""
    told = {NAME: names(laid, cut)}
    for column in laid.columns:
        told[column.code] = [
            figure(column, value) + (STAR if hidden(line, column, cells) else "")
            for line, value in zip(laid.lines, laid.values[column.code], strict=True)
        ]
    return pd.DataFrame(told)


def hidden(line: Line, column: Column, cells: Cells) -> str:
    """The plan that a rate leaves out because nobody told what was spent of it, and the rate over the whole; "" where there is none."""
    cell = cells.get((line.keys, column.keys))
    if cell is None or line.is_others or column.measure not in RATES or column.what != "value" or is_missing(cell["disbursed_share"]):
        return ""
    if is_missing(cell["unreported_planned_vnd"]) or not cell["unreported_planned_vnd"]:
        return ""
    return f"{million(cell['unreported_planned_vnd'])} triệu đồng kế hoạch chưa có số giải ngân; ít nhất {share(cell['lower_share'])}"


def stars(laid: Laid, cut: Cut, cells: Cells) -> str:
    """What the stars stand for, ready for the screen."""
    told = [
        f"{' '.join(filter(None, (name.strip(), *head)))}: {said}"
        for line, name in zip(laid.lines, names(laid, cut), strict=True)
        for column, head in zip(laid.columns, heads(laid, cut), strict=True)
        if (said := hidden(line, column, cells))
    ]
    more = f"; và {len(told) - TOLD} ô khác" if len(told) > TOLD else ""
    return plain(f"{STAR} {'; '.join(told[:TOLD])}{more}.") if told else ""
