"""What each row of a table is: a line, a "trong đó" of a commune, a total, a project's own row — or no part of the table at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from data.definitions.models import LISTED, Column, Form
from data.intake import amounts, header, words
from data.intake.grid import Sheet, Value, filled
from data.intake.indicator_rows import IndicatorRows
from data.intake.recognise import WITH_PROVINCE, Recogniser

PART = "trong đó"
_LABELS = 30  # cells of a row in which a total word is looked for
_NUMBERING = re.compile(r"[ivxlIVXL]+|[A-Za-z]|\d{1,2}")
_BULLET = re.compile(r"^(?:[-+*•]\s*|(?:[ivxIVX]+|[a-zA-Z]|\d+)[.)]\s+)")


@dataclass
class Row:
    """One row as understood: its keys (field → code); detail, commune, total or group; `is_loose`: a "trong đó" of a line."""

    at: int
    kind: str
    keys: dict[str, str | None] = field(default_factory=dict)
    word: str = ""
    is_loose: bool = False


class RowReader:
    """Goes through the rows below a heading."""

    def __init__(self, sheet: Sheet, form: Form, found: header.Header, known: Recogniser, day: date | None, unit_code: str | None) -> None:
        self._sheet, self._form, self._found, self._known, self._day, self._unit = sheet, form, found, known, day, unit_code
        self._cells = filled(sheet)
        self.keys = [c for c in form.keys if c.field in found.columns]
        self.measures = [c for c in form.measures if c.field in found.columns]
        self._defaults = {c.field: c.default for c in form.keys if c.default}
        self._indicators = IndicatorRows(known) if any(c.type == "indicator" for c in form.keys) else None
        self._figures = {found.columns[c.field] for c in self.measures}
        self._by_row: dict[int, dict[int, Value]] = {}
        for (r, c), value in sorted(sheet.cells.items()):
            if r >= found.first_row:
                self._by_row.setdefault(r, {})[c] = value
        for r, c in sheet.uncached:
            if r >= found.first_row and c in self._figures:
                self._by_row.setdefault(r, {})

    def text(self, row: int, column: Column) -> str:
        """A cell as sent; keys also from the merged area they stand in, amounts never."""
        at = (row, self._found.columns[column.field])
        value = (self._sheet.cells if at[1] in self._figures else self._cells).get(at)
        return "" if value is None else amounts.as_sent(value)

    def rows(self) -> Iterator[Row]:
        whole: Row | None = None  # the row that a "trong đó" speaks of
        inside = False
        before = self._found.first_row - 1
        for r in sorted(self._by_row):
            gap, before = r > before + 1, r
            if self._is_numbering(r) or self._is_heading_again(r):
                continue
            row = self._row(r, whole, inside)
            says = self._says(r)
            if row.word == PART:
                inside = True
                row.is_loose = whole is None or whole.kind in ("detail", "commune")
            else:
                inside, whole = False, row
            if row.kind == "detail" and self._is_outside(r, row, gap):
                continue
            if says or (row.kind in ("detail", "commune") and row.keys.get("component_code")):
                yield row

    def _line(self, r: int, kind: str, keys: dict[str, str]) -> Row:
        """A row of the table; a key that its form gives a default is that where nothing is written."""
        written = {c.field for c in self.keys if self.text(r, c)}
        whole: dict[str, str | None] = {**{n: d for n, d in self._defaults.items() if n not in written}, **keys}
        return Row(r, kind, {**whole, "project_code": self._known.project_of.get(whole.get("component_code") or "")})

    def _row(self, r: int, whole: Row | None, inside: bool) -> Row:
        keys = {c.field: code for c in self.keys if (code := self._code(c, self.text(r, c)))}
        labels = [amounts.as_sent(v)[:200] for c, v in self._by_row[r].items() if c not in self._figures][:_LABELS]
        if self._indicators:  # never a total: 'Tổng số lao động …' is an indicator's name, 'Trong đó: Khmer' a breakdown
            said = next((self.text(r, c) for c in self.keys if c.type == "indicator"), "")
            return self._line(r, "detail", self._indicators.keys(keys, said, labels))
        component = next((self.text(r, c) for c in self.keys if c.type == "component"), "")
        word = next((w for w in map(words.total_word, labels) if w), "")
        if keys.get("component_code"):
            if keys["component_code"] not in self._known.leaves:
                project = self._known.project_of[keys["component_code"]]
                return Row(r, "group", {**keys, "component_code": None, "project_code": project})
            kind = "commune" if any(c.type == "commune" and self.text(r, c) for c in self.keys) else "detail"
            return self._line(r, kind, keys)
        if word and (not component or " " in component or words.total_word(component) or _NUMBERING.fullmatch(component)):
            total = self._said(keys, labels)
            return Row(r, "total", _within(whole, total) if word == PART else total, word)
        if inside:  # under "trong đó": what has a name that is no component's is a part of the total above
            part = self._said(keys, labels)
            if part or not component:
                return Row(r, "total", _within(whole, part), PART)
        return self._line(r, "detail", keys)

    def _code(self, column: Column, text: str) -> str | None:
        if not text:
            return None
        return self._known.code(self.kind_of(column), text, self._day, (self._unit or "") if column.type == "commune" else "")

    def kind_of(self, column: Column) -> str:
        """What a key's words are looked up as: the province as a whole has targets, but holds no money of its own."""
        return WITH_PROVINCE if column.type == "unit" and self._indicators else column.type

    def _said(self, keys: dict[str, str], labels: list[str]) -> dict[str, str | None]:
        """What a total is a total of: the keys in its own cells, or named in its label ('Cộng NSTW')."""
        said: dict[str, str | None] = dict(keys)
        for label in labels:
            word = words.total_word(label) or ""
            rest = _BULLET.sub("", label.strip())[len(word) :].strip(" :-.()")
            for column in (c for c in self.keys if rest and c.type not in ("commune", "year")):  # 'Tổng năm …' names the report's year
                code = self._known.code(column.type, rest, self._day)
                if code and column.type == "component" and code not in self._known.leaves:
                    said.setdefault("project_code", code)
                elif code:
                    said.setdefault(column.field, code)
        return said

    def _says(self, r: int) -> bool:
        return any(
            (r, self._found.columns[c.field]) in self._sheet.uncached or not amounts.is_missing(self.text(r, c), self._form)
            for c in self.measures
        )

    def _is_outside(self, r: int, row: Row, gap: bool) -> bool:
        """Signatures and notes below a table: nothing in the row is a code or a figure."""
        if any(self._code(c, self.text(r, c)) for c in self.keys):
            return False
        for c in self.measures:
            text = self.text(r, c)
            if (r, self._found.columns[c.field]) in self._sheet.uncached or amounts.is_figure(text):
                return False
            if (text and c.type in LISTED and self._known.code(c.type, text)) or (text and c.type == "text" and not gap):
                return False
        return True

    def _is_numbering(self, r: int) -> bool:
        """The row '(1) (2) (3)' or 'A B 1 2' under a heading."""
        texts = [amounts.as_sent(v) for v in self._by_row[r].values()]
        if r > self._found.first_row + 1 or len(texts) < 3 or any(len(t.strip("()")) > 2 and "=" not in t for t in texts):
            return False
        inner = [t.strip("()").split("=")[0] for t in texts]
        counted = [int(t) for t in inner if t.isdecimal()]
        return bool(counted) and counted[0] in (1, 2) and counted == list(range(counted[0], counted[0] + len(counted)))

    def _is_heading_again(self, r: int) -> bool:
        """A heading repeated at a page break."""
        columns, texts = self._found.columns, self._found.texts
        again = [n for n, c in columns.items() if (v := self._cells.get((r, c))) is not None and words.key(str(v)) == words.key(texts[n])]
        return len(again) >= max(2, len(columns) - 1)


def _within(whole: Row | None, said: dict[str, str | None]) -> dict[str, str | None]:
    """The keys of a "trong đó": those of the total it is a part of, and its own; {} when it names nothing that could be checked."""
    return {**{k: v for k, v in whole.keys.items() if v}, **said} if whole and said else said


def texts_of_figures(sheet: Sheet, found: header.Header, form: Form, rows: list[Row]) -> list[str]:
    """The figures of a table that are typed as text: they show how the sheet writes numbers."""
    columns = [found.columns[c.field] for c in form.measures if c.type in ("money", "number") and c.field in found.columns]
    cells = ((row.at, c) for row in rows for c in columns)
    return [amounts.without_percent(value) for at in cells if isinstance(value := sheet.cells.get(at), str) and at not in sheet.dates]
