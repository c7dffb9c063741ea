"""Finding a form's table in a sheet by the words of its headings, whatever stands above or beside it."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from data.definitions.models import Column, Form
from data.intake import numbers
from data.intake.amounts import is_harmless
from data.intake.grid import Position, Sheet, Value, filled
from data.intake.recognise import unit_said
from data.intake.words import key

_DEPTH = 3  # a heading may be this many rows high
_SEARCH = 300  # rows looked at
_WIDTH = 100  # filled columns looked at in a row
_LONG = 300  # letters: no heading is longer
_EXACT = 1000
_FIGURES = ("money", "number")
_RATE = re.compile(r"%|\btỷ lệ\b|\btỉ lệ\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# 'Giải ngân trong kỳ' is not 'Giải ngân', 'Kế hoạch còn lại' not 'Kế hoạch': such a heading counts only when a form names it whole
_OTHER_FIGURE = re.compile(
    r"\b(con lai|ky nay|trong ky|ky truoc|trong thang|thang nay|thang truoc|trong quy|uoc|tang|giam|chenh lech|chua)\b"
)
# a heading over several columns that speaks of something else than the report's own figures
_OTHER_GROUP = re.compile(r"\b(trung han|de nghi|tam ung|khoi luong|thang \d+|ky truoc|nam truoc)\b")

Cells = dict[Position, Value]
Match = tuple[int, int, str]  # how well, which column of the form, its field


@dataclass
class Header:
    """Where a table's columns are. `twice` are (field, first column, second column): two headings that mean the same.

    `near`: field → a heading that begins like its own but says something else.
    """

    top: int
    first_row: int
    columns: dict[str, int]
    units: dict[str, str | None]
    texts: dict[str, str]
    twice: list[tuple[str, int, int]] = field(default_factory=list)
    missing: list[Column] = field(default_factory=list)
    near: dict[str, tuple[Position, str]] = field(default_factory=dict)


def find(sheet: Sheet, form: Form, year: int | None = None, day: date | None = None) -> Header | None:
    """The best heading of this form in the sheet, or None when fewer than half of its key columns can be recognised.

    A heading that names another budget year than `year`, or another day than `day`, is no heading of the report's money.
    """
    finder = _Finder(sheet, form, year, day)
    best: tuple[int, int, Header] | None = None
    for top in finder.rows:
        for depth in range(1, _DEPTH + 1):
            if depth > 1 and finder.holds_figures(top + depth - 1):
                break
            header = finder.match(top, depth)
            score = (len(header.columns) - len(header.twice), -depth)
            if best is None or score > best[:2]:
                best = (*score, header)
    if best is None:
        return None
    header = best[2]
    finder.drop_other_groups(header)
    wanted = [c for c in form.column if c.required and not c.default]
    header.missing = [c for c in wanted if c.field not in header.columns]
    finder.name_units(header)
    return header if len(header.columns) >= max(2, len(wanted) // 2) else None


class _Finder:
    """Matches headings of one form in one sheet; the same text is looked at once."""

    def __init__(self, sheet: Sheet, form: Form, year: int | None, day: date | None) -> None:
        self._own, self._form, self._year, self._day = sheet.cells, form, year, day
        self._hidden, self._merged = sheet.hidden_columns, sheet.merged
        self._cells = filled(sheet)
        self._wide = {(r, c) for top, left, bottom, right in sheet.merged if left < right for r, c in _inside(top, left, bottom, right)}
        self._aliases = {column.field: [key(h) for h in column.header] for column in form.column}
        self._by_first: dict[str, list[tuple[int, Column]]] = {}  # first word of a heading → the columns it may be of
        for n, column in enumerate(form.column):
            for word in {alias.partition(" ")[0] for alias in self._aliases[column.field]}:
                self._by_first.setdefault(word, []).append((n, column))
        self._matches: dict[str, Match] = {}
        self.rows: dict[int, list[int]] = {}
        for r, c in sorted(self._cells):
            if r < _SEARCH and len(self.rows.setdefault(r, [])) < _WIDTH:
                self.rows[r].append(c)

    def holds_figures(self, row: int) -> bool:
        """A row with numbers is no part of a heading."""
        values = [self._own[row, c] for c in self.rows.get(row, []) if (row, c) in self._own]
        return not values or any(not isinstance(v, str) or bool(numbers.readings(v)) for v in values)

    def match(self, top: int, depth: int) -> Header:
        last = top + depth - 1
        header = Header(top, top + depth, {}, {}, {})
        strength: dict[str, int] = {}
        for c in sorted({c for r in range(top, top + depth) for c in self.rows.get(r, [])}, key=lambda c: (c in self._hidden, c)):
            places = [(r, c) for r in range(top, top + depth) if (r, c) in self._cells and len(str(self._cells[r, c])) <= _LONG]
            parts = list(dict.fromkeys(str(self._cells[p]) for p in places))
            whole = " ".join(parts)
            if not parts or not (self._meant(whole) or self._meant(parts[-1])) or _RATE.search(whole):
                continue
            power, _, name = max(self._match(whole), self._match(parts[-1]))
            if not power and (near := self._near(whole) or self._near(parts[-1])):
                header.near.setdefault(near, (places[-1], whole))
            from_above = (last, c) not in self._cells  # nothing in the lowest row: the heading stands alone higher up
            if not power or (from_above and (power < _EXACT or places[-1] in self._wide)):
                continue
            if c in self._hidden and name in header.columns and header.columns[name] not in self._hidden:
                continue  # a column that people see goes before one that they do not
            if name in header.columns and strength[name] == power:
                header.twice.append((name, header.columns[name], c))
            elif name not in header.columns or power > strength[name]:
                header.columns[name], strength[name], header.texts[name] = c, power, whole
        header.twice = [(n, a, b) for n, a, b in header.twice if next(x for x in self._form.column if x.field == n).type != "label"]
        return header

    def name_units(self, header: Header) -> None:
        """The money unit of each column: named in its heading, or in a heading over several columns above it."""
        for name, c in header.columns.items():
            above = range(header.first_row - 1, max(-1, header.first_row - 1 - _DEPTH), -1)
            texts = [str(self._cells[r, c]) for r in above if (r, c) in self._cells]
            said = (unit_said(text) for text in texts if len(text) <= _LONG)
            header.units[name] = next((unit for unit in said if unit is not None), None)

    def _match(self, text: str) -> Match:
        if text not in self._matches:
            self._matches[text] = max(
                ((self._strength(text, column), n, column.field) for n, column in self._meant(text)), default=(0, 0, "")
            )
        return self._matches[text]

    def _meant(self, text: str) -> list[tuple[int, Column]]:
        """The columns that have a name beginning with the same word. Most cells are no heading: nothing of the form begins like them."""
        return self._by_first.get(_plain(text).partition(" ")[0], [])

    def _strength(self, text: str, column: Column) -> int:
        """How well a heading fits a column: the same words fit best, else the longest name that the heading begins with."""
        best, plain = 0, _plain(text)
        other = _OTHER_FIGURE.search(plain) is not None
        money, figure = column.type == "money", column.type in _FIGURES
        inside = [part for text in _IN_BRACKETS.findall(text) if len(part := key(text)) > 2]
        if (money and not all(is_harmless(part, self._year, self._day) for part in inside)) or (
            figure and any(map(self._is_other, inside))
        ):
            return 0
        for alias in self._aliases[column.field]:
            rest = plain.removeprefix(alias + " ")
            if plain == alias:
                best = max(best, _EXACT + len(alias))
            elif " " in alias and rest != plain and not other and (not figure or is_harmless(rest, self._year, self._day)):
                best = max(best, len(alias))
        return best

    def _is_other(self, words: str) -> bool:
        """Words in brackets that name another year or period: 'Thực hiện (năm trước)'; 'Tử số (người)' is harmless."""
        years = {int(y) for y in re.findall(r"\b20\d\d\b", words)}
        return bool((years and self._year and self._year not in years) or _OTHER_FIGURE.search(words) or _OTHER_GROUP.search(words))

    def _near(self, text: str) -> str:
        """The column of figures whose name a heading begins with, or ""."""
        plain = _plain(text) + " "
        figures = [c.field for _, c in self._meant(text) if c.type in _FIGURES]
        fits = [(len(a), name) for name in figures for a in self._aliases[name] if plain.startswith(a + " ")]
        return max(fits, default=(0, ""))[1]

    def drop_other_groups(self, header: Header) -> None:
        """A column under a heading over several columns that names another year, month or kind of figure is not the report's."""
        keys = {c for n, c in header.columns.items() if n in {k.field for k in self._form.keys}}
        for name in [c.field for c in self._form.column if c.type in _FIGURES and c.field in header.columns]:
            c = header.columns[name]
            for top, left, _, right in self._merged:
                text = str(self._own.get((top, left), "")) if header.first_row - _DEPTH <= top < header.first_row else ""
                if not text or left == right or not left <= c <= right or keys & set(range(left, min(right, left + _WIDTH) + 1)):
                    continue
                years = {int(y) for y in re.findall(r"\b20\d\d\b", text)}
                if (years and self._year and self._year not in years) or _OTHER_GROUP.search(key(text)):
                    header.columns.pop(name, None)
                    header.near[name] = ((top, left), text)


def _inside(top: int, left: int, bottom: int, right: int) -> list[Position]:
    return [(r, c) for r in range(top, min(bottom, top + _DEPTH) + 1) for c in range(left, min(right, left + _WIDTH) + 1)]


@lru_cache(maxsize=20_000)  # texts here are no longer than _LONG
def _plain(text: str) -> str:
    return key(_IN_BRACKETS.sub(" ", text)) or key(text)
