"""The figures of a pivot as grids, lines × places, and what is worked out from them: others, parts, changes. Missing is NaN throughout."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from pages.parts.pivot.order import Keys
from pages.parts.pivot.shape import SUBJECT_OF
from queries.defined import MEASURES

Grid = np.ndarray  # one row per line, one column per place


def keys_of(cells: pd.DataFrame, axis: str, dimensions: int) -> list[Keys]:
    """Where each cell stands among the lines ("row") or the columns ("column")."""
    codes = cells[[f"{axis}_{n + 1}" for n in range(dimensions)]].fillna("").itertuples(index=False, name=None)
    return [tuple(code)[:depth] for code, depth in zip(codes, cells[f"{axis}_depth"].astype(int), strict=True)]


def numbers(figures: pd.Series) -> Grid:
    """Figures of any kind as plain numbers; exact up to 2^53, nine million tỷ đồng."""
    return np.array([np.nan if pd.isna(value) else float(value) for value in figures], dtype=float)


def _positions(keys: Iterable[Keys], among: list[Keys]) -> np.ndarray:
    """Where each stands among others; -1 = nowhere."""
    at = {each: n for n, each in enumerate(among)}
    return np.array([at.get(each, -1) for each in keys], dtype=int)


class Grids:
    """The measures of the cells at given lines and places; `others` = codes on the first dimension that are summed up in a last line."""

    def __init__(self, cells: pd.DataFrame, lines: list[Keys], places: list[Keys], rows: tuple[str, ...], others: Keys) -> None:
        self._cells, self._rows, self._others = cells, rows, others
        self.lines, self.places = lines, places
        self._line, self._place = _positions(cells["line"], lines), _positions(cells["place"], places)
        self._hidden = _positions(cells["line"], [(code,) for code in others]) >= 0

    def of(self, measure: str, before: str = "") -> Grid:
        """A measure, or the same of what is compared with (`before` = its prefix)."""
        grid = self._filled(before + measure)
        return np.vstack([grid, self._of_others(measure, before)]) if self._others else grid

    def part(self, values: Grid, of: str) -> Grid | None:
        """Shares of the row's total, the column's, or the whole's; None where there is no such total."""
        line, place = (keys.index(()) if () in keys else None for keys in (self.lines, self.places))
        if (place is None and of != "column") or (line is None and of != "row"):
            return None
        whole = values[:, [place]] if of == "row" else values[[line], :] if of == "column" else values[[line], [place]]
        return np.divide(values, whole, out=np.full(values.shape, np.nan), where=np.broadcast_to(whole > 0, values.shape))

    def _filled(self, column: str) -> Grid:
        grid = np.full((len(self.lines), len(self.places)), np.nan)
        if column in self._cells:
            there = self._line >= 0
            grid[self._line[there], self._place[there]] = numbers(self._cells[column])[there]
        return grid

    def _of_others(self, measure: str, before: str) -> Grid:
        """One line: sums of what adds up; of a ratio, Σ numerator ÷ Σ denominator; else nothing. Nothing over what stands apart."""
        told = MEASURES[measure]
        if told.adds == "ratio":
            top, whole = (self._of_others(code, before) for code in (told.numerator, told.denominator))
            return np.divide(top, whole, out=np.full(top.shape, np.nan), where=whole > 0)
        sums = np.full((1, len(self.places)), np.nan)
        if told.adds == "sum" and self._rows[0] not in SUBJECT_OF[measure].apart and before + measure in self._cells:
            figures = pd.Series(numbers(self._cells[before + measure]))[self._hidden]
            known = figures.groupby(self._place[self._hidden]).sum(min_count=1)
            sums[0, known.index] = known
        return sums


def grown(now: Grid, then: Grid) -> Grid:
    """How much an amount grew, as a share of what it was; missing where it was nothing or is unknown."""
    return np.divide(now - then, then, out=np.full(now.shape, np.nan), where=then > 0)
