"""The pivot once more in boring Python: a line is a plain dict, a cell is a list of lines. No SQL, no pandas.

A subject says which lines there are at a moment (a budget year as it stood on a day), each with its code on every dimension and with the
parts its figures are made of, and what the lines of one cell amount to.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from tests.plain_reports import read_csv

Line = dict[str, Any]
Key = tuple[tuple[str, ...], tuple[str, ...]]  # codes of the rows, codes of the columns; () is the total

KINDS = {row["code"]: row["kind"] for row in read_csv("units.csv") if row["reports"] == "yes"}


class Subject(NamedTuple):
    lines: Callable[[int, date], list[Line]]
    figures: Callable[[list[Line]], dict[str, Any]]


class Cut(NamedTuple):
    """A choice as questions take it."""

    moments: tuple[tuple[int, date], ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    kept: dict[str, tuple[str, ...]]
    apart: tuple[str, ...]


def cells(subject: Subject, cut: Cut, units: Iterable[str]) -> dict[Key, dict[str, Any]]:
    """Every cell at every level that has a line, by its codes."""
    found: dict[Key, list[Line]] = {}
    levels = [(r, c) for r in range(len(cut.rows) + 1) for c in range(len(cut.columns) + 1) if closes(cut, cut.rows[:r] + cut.columns[:c])]
    for line in lines(subject, cut, units):
        for row_depth, column_depth in levels:
            key = tuple(line[d] for d in cut.rows[:row_depth]), tuple(line[d] for d in cut.columns[:column_depth])
            found.setdefault(key, []).append(line)
    return {key: subject.figures(of_cell) for key, of_cell in found.items()}


def closes(cut: Cut, named: tuple[str, ...]) -> bool:
    """Whether a cell that names these dimensions adds up nothing that stands apart."""
    for dimension in cut.apart:
        if dimension in cut.rows + cut.columns:
            if dimension not in named:
                return False
        elif dimension in ("plan_year", "cut_off"):
            at = [({"plan_year": year, "cut_off": day}, (year, day)) for year, day in cut.moments]
            told = {tuple(place[d] for d in place if d in cut.rows + cut.columns) for place, _ in at}
            if len(told) < len(cut.moments) and len(cut.kept.get(dimension, ())) != 1:
                return False
        elif len(cut.kept.get(dimension, ())) != 1:
            return False
    return True


def lines(subject: Subject, cut: Cut, units: Iterable[str]) -> list[Line]:
    """The lines of some units that are kept, each at its moment."""
    seen = set(units)
    every = [line | {"plan_year": str(year), "cut_off": str(day)} for year, day in cut.moments for line in subject.lines(year, day)]
    return [line for line in every if seen & line.get("seen_by", {line["unit"]}) and all(line[d] in codes for d, codes in cut.kept.items())]


def total(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def share(part: int | None, whole: int | None) -> float | None:
    return None if part is None or not whole else part / whole
