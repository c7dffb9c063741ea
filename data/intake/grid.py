"""A workbook as a plain grid: sheets of cells, and what about the file is odd. It travels between processes as JSON."""

from dataclasses import dataclass, field
from typing import Any

Value = int | float | str | bool
Position = tuple[int, int]  # row, column, both from 0
_FILL = 200_000  # cells that merged areas may fill


@dataclass
class Sheet:
    """One sheet. Dates are texts marked in `dates` (ISO); what a formula has no stored value for is in `uncached`."""

    name: str
    hidden: bool = False
    cells: dict[Position, Value] = field(default_factory=dict)
    dates: set[Position] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncached: set[Position] = field(default_factory=set)

    @property
    def last_row(self) -> int:
        return max((r for r, _ in self.cells), default=-1)

    @property
    def last_column(self) -> int:
        return max((c for _, c in self.cells), default=-1)


@dataclass
class Book:
    sheets: list[Sheet] = field(default_factory=list)
    external_links: int = 0


def a1(row: int, column: int) -> str:
    """(11, 3) → 'D12'."""
    letters, n = "", column + 1
    while n:
        n, rest = divmod(n - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def to_json(book: Book) -> dict[str, Any]:
    return {
        "external_links": book.external_links,
        "sheets": [
            {
                "name": s.name,
                "hidden": s.hidden,
                "cells": [[r, c, v] for (r, c), v in s.cells.items()],
                "dates": sorted(s.dates),
                "merged": s.merged,
                "hidden_rows": sorted(s.hidden_rows),
                "hidden_columns": sorted(s.hidden_columns),
                "uncached": sorted(s.uncached),
            }
            for s in book.sheets
        ],
    }


def from_json(raw: dict[str, Any]) -> Book:
    return Book(
        external_links=raw["external_links"],
        sheets=[
            Sheet(
                name=s["name"],
                hidden=s["hidden"],
                cells={(r, c): v for r, c, v in s["cells"]},
                dates={(r, c) for r, c in s["dates"]},
                merged=[tuple(m) for m in s["merged"]],
                hidden_rows=set(s["hidden_rows"]),
                hidden_columns=set(s["hidden_columns"]),
                uncached={(r, c) for r, c in s["uncached"]},
            )
            for s in raw["sheets"]
        ],
    )


def filled(sheet: Sheet) -> dict[Position, Value]:
    """The cells with every merged area filled from its first cell."""
    cells: dict[Position, Value] = dict(sheet.cells)
    room = _FILL
    for top, left, bottom, right in sheet.merged:
        room -= (bottom - top + 1) * (right - left + 1)
        if room < 0:
            break
        if (top, left) in sheet.cells:
            for r in range(top, bottom + 1):
                for c in range(left, right + 1):
                    cells.setdefault((r, c), sheet.cells[top, left])
    return cells
