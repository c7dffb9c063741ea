"""Finding a form's table in a sheet by the words of its headings, whatever stands above or beside it."""

import re
from dataclasses import dataclass, field

from data.definitions.models import Column, Form
from data.intake.grid import Sheet
from data.intake.recognise import money_unit_of
from data.intake.words import key

_DEPTH = 3  # a heading may be this many rows high
_SEARCH = 300  # rows looked at
_RATE = re.compile(r"%|\btỷ lệ\b|\btỉ lệ\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass
class Header:
    """Where a table's columns are. `twice` are (field, first column, second column): two headings that mean the same."""

    top: int
    first_row: int
    columns: dict[str, int]
    units: dict[str, str | None]
    texts: dict[str, str]
    twice: list[tuple[str, int, int]] = field(default_factory=list)
    missing: list[Column] = field(default_factory=list)


def filled(sheet: Sheet) -> dict[tuple[int, int], object]:
    """The cells with every merged area filled from its first cell."""
    cells: dict[tuple[int, int], object] = dict(sheet.cells)
    for top, left, bottom, right in sheet.merged:
        if (bottom - top + 1) * (right - left + 1) <= 10_000 and (top, left) in sheet.cells:
            for r in range(top, bottom + 1):
                for c in range(left, right + 1):
                    cells.setdefault((r, c), sheet.cells[top, left])
    return cells


def find(sheet: Sheet, form: Form) -> Header | None:
    """The best heading of this form in the sheet, or None when fewer than half of its key columns can be recognised."""
    cells = filled(sheet)
    width = sheet.last_column + 1
    best: tuple[int, int, Header] | None = None
    rows = sorted({r for r, _ in sheet.cells if r < _SEARCH})
    for top in rows:
        for depth in range(1, _DEPTH + 1):
            header = _match(cells, width, top, depth, form)
            score = (len(header.columns) - len(header.twice), -depth)
            if best is None or score > best[:2]:
                best = (*score, header)
    if best is None:
        return None
    header = best[2]
    wanted = [c for c in form.column if c.required and not c.default]
    header.missing = [c for c in wanted if c.field not in header.columns]
    known = len([c for c in form.column if c.field in header.columns])
    return header if known >= max(2, len(wanted) // 2) else None


def _match(cells: dict[tuple[int, int], object], width: int, top: int, depth: int, form: Form) -> Header:
    header = Header(top, top + depth, {}, {}, {})
    strength: dict[str, int] = {}
    for c in range(width):
        parts = list(dict.fromkeys(str(cells[r, c]) for r in range(top, top + depth) if (r, c) in cells))
        whole = " ".join(parts)
        if not parts or _RATE.search(whole) or (top + depth - 1, c) not in cells and depth > 1:
            continue
        match = max((_strength(text, column), n, column.field) for n, column in enumerate(form.column) for text in (whole, parts[-1]))
        power, _, name = match
        if not power:
            continue
        if name in header.columns and strength[name] == power:
            header.twice.append((name, header.columns[name], c))
        elif name not in header.columns or power > strength[name]:
            header.columns[name], strength[name] = c, power
            header.texts[name], header.units[name] = whole, money_unit_of(whole)
    return header


def _strength(text: str, column: Column) -> int:
    """How well a heading fits a column: the same words fit best, else the longest name that the heading begins with."""
    plain = key(_IN_BRACKETS.sub(" ", text)) or key(text)
    best = 0
    for alias in map(key, column.header):
        if plain == alias:
            best = max(best, 1000 + len(alias))
        elif " " in alias and plain.startswith(alias + " "):
            best = max(best, len(alias))
    return best


def note_unit(sheet: Sheet, header: Header) -> str | None:
    """The money unit said above the table ('Đơn vị tính: triệu đồng')."""
    for (r, _), value in sorted(sheet.cells.items(), reverse=True):
        if r < header.top and isinstance(value, str) and re.search(r"đơn vị|đvt|dvt|don vi|^\s*\(", value, re.IGNORECASE):
            unit = money_unit_of(value)
            if unit:
                return unit
    return None
