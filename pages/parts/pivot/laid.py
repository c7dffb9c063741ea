"""Laying out a pivot: cells to lines and columns, in their order, with shares, changes and what is left beyond the first n."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isnan, nan
from typing import Literal

import pandas as pd

from pages.parts.pivot import words
from pages.parts.pivot.asked import BEFORE
from pages.parts.pivot.grid import Grid, Grids, grown, keys_of, numbers
from pages.parts.pivot.order import Keys, Members, ordered
from pages.parts.pivot.shape import Cut
from queries.defined import MEASURES

What = Literal["value", "before", "change", "growth", "part"]
MOST_LINES, MOST_COLUMNS = 2_000, 60
WHOLE = ("_vnd", "_count")  # endings of whole numbers


@dataclass(frozen=True)
class Line:
    """A row of the table. `keys` are its codes on the row dimensions: fewer than there are = a subtotal, () = the total.

    `others`: the codes on the first dimension that a top n leaves out, all in this one line (its keys are () too).
    """

    keys: Keys
    labels: tuple[str, ...]  # one per key; the total and the others have one
    others: Keys = ()

    @property
    def is_others(self) -> bool:
        return bool(self.others)


@dataclass(frozen=True)
class Column:
    """A column of `Laid.values`. `code` ends as pages.parts.formats writes its values: _vnd, _share, _count, _number, _points.

    `what`: the value, the value it is compared with, the change (of shares: _points, 0-1), the growth (_share), or the part (_share).
    `heading` leads from the column's members ("Tổng số" where it adds them up) to the measure and, where it needs saying, `what`.
    """

    code: str
    measure: str
    keys: Keys
    what: What
    heading: tuple[str, ...]


@dataclass(frozen=True)
class Laid:
    """The table: the total first, each subtotal above what it adds up, the others last. `too_large`: why nothing is laid out, or ""."""

    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    values: pd.DataFrame  # one row per line (0, 1, …), one column per Column.code; missing = NaN, <NA>
    too_large: str = ""


def laid(cells: pd.DataFrame, cut: Cut, members: Members) -> Laid:
    """The table of a cut. Every total is a cell of its own level; nothing is made up where a cell is missing."""
    cells = cells.assign(line=keys_of(cells, "row", len(cut.rows)), place=keys_of(cells, "column", len(cut.columns)))
    places, _ = ordered(cells["place"], cut.columns, members)
    order, others = ordered(cells["line"], cut.rows, members, _size(cells, cut, places), descending=cut.sort.descending, top=cut.top)
    grids = Grids(cells, order, places, cut.rows, others)
    count = len(order) + bool(others)
    if count > MOST_LINES:
        return Laid((), (), pd.DataFrame(), words.too_long(count, MOST_LINES))
    columns, values = [], {}
    for column, grid, at in _columns(grids, cut, members):
        columns.append(column)
        whole = column.code.endswith(WHOLE)
        values[column.code] = pd.Series(grid[:, at]).round().astype("Int64") if whole else pd.Series(grid[:, at])
    if len(columns) > MOST_COLUMNS:
        return Laid((), (), pd.DataFrame(), words.too_wide(len(columns), MOST_COLUMNS))
    lines = [Line(keys, words.labels("row", keys, cut, members)) for keys in order]
    if others:
        lines.append(Line((), (words.others(len(others), cut),), others))
    return Laid(tuple(lines), tuple(columns), pd.DataFrame(values, index=range(count)))


def _size(cells: pd.DataFrame, cut: Cut, places: list[Keys]) -> Callable[[Keys], float] | None:
    """By what lines are ordered: a measure in one column, the last where the measure has no total over them; None = by name."""
    if cut.sort.measure not in cells:
        return None
    every = zip(cells["line"], cells["place"], numbers(cells[cut.sort.measure]), strict=True)
    known = {(line, place): size for line, place, size in every if not isnan(size)}
    there = [place for place in places if any(place == at for _, at in known)]
    asked = cut.sort.keys if cut.sort.keys or () in there or not there else there[-1]
    return lambda keys: known.get((keys, asked), nan)


def _columns(grids: Grids, cut: Cut, members: Members) -> Iterator[tuple[Column, Grid, int]]:
    """Every column, the figures it is of, and which of their columns."""
    shown = {measure: list(_shown(grids, cut, measure)) for measure in cut.measures}
    number = 0
    for at, keys in enumerate(grids.places):
        members_told = words.labels("column", keys, cut, members) if cut.columns else ()
        for measure, each in shown.items():
            for what, ending, grid in each:
                if what == "part" and cut.part == "row" and not keys and len(grids.places) > 1:
                    continue  # of the row's total the total is 100 % everywhere
                said = () if what == "value" and not cut.against else (words.what(what, ending, cut),)
                number += 1
                yield Column(f"k{number}_{ending}", measure, keys, what, (*members_told, words.measure(measure, cut), *said)), grid, at


def _shown(grids: Grids, cut: Cut, measure: str) -> Iterator[tuple[What, str, Grid]]:
    """What stands in the table of one measure: itself, what it is compared with, the change, its growth, its part."""
    ending, adds = MEASURES[measure].ending, MEASURES[measure].adds == "sum"
    now = grids.of(measure)
    yield "value", ending, now
    if cut.against:
        then = grids.of(measure, BEFORE)
        yield "before", ending, then
        yield "change", "points" if ending == "share" else ending, now - then
        if adds:
            yield "growth", "share", grown(now, then)
    if cut.part and adds and (part := grids.part(now, cut.part)) is not None:
        yield "part", "share", part
