"""Reading a form's table: keys, amounts, totals and "trong đó" rows, each with the cell it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from data.definitions.models import Column, Form
from data.intake import amounts, header, numbers, words
from data.intake.grid import Sheet, a1
from data.intake.lines import Cell, Label, Part, Reading, Remark
from data.intake.recognise import Recogniser


@dataclass
class Row:
    """One row of a table as understood: its keys (field → code), whether it is a detail, commune, total or group row."""

    at: int
    kind: str
    keys: dict[str, str | None] = field(default_factory=dict)
    word: str = ""


@dataclass
class TableReader:
    """Reads one form from one sheet into `reading`."""

    sheet: Sheet
    form: Form
    reading: Reading
    known: Recogniser
    day: date | None

    def __post_init__(self) -> None:
        self._cells = header.filled(self.sheet)

    def read(self, found: header.Header) -> None:
        self.found = found
        unit_note = header.note_unit(self.sheet, found)
        money = [c for c in self.form.column if c.type == "money" and c.field in found.columns]
        self._units = {c.field: found.units[c.field] or unit_note for c in money}
        self._remark_structure(money)
        self._measures = [c for c in self.form.measures if c.field in found.columns]
        self._keys = [c for c in self.form.keys if c.field in found.columns]
        self._convention = self._decide_convention()
        rows = list(self._rows())
        for row in rows:
            self._read_row(row)
        self.reading.parts += [Part(self.sheet.name, t, g, p) for t, g, p in sums(rows)]

    def _remark_structure(self, money: list[Column]) -> None:
        found, name = self.found, self.sheet.name
        remark = self.reading.remarks.append
        for column in found.missing:
            remark(Remark("missing_column", name, a1(found.top, 0), "", column.header[0]))
        for field_name, first, second in found.twice:
            remark(Remark("column_twice", name, a1(found.top, second), found.texts[field_name], a1(found.top, first)))
        for column in money:
            if self._units[column.field] is None:
                remark(Remark("unknown_money_unit", name, a1(found.top, found.columns[column.field]), found.texts[column.field]))
        for r in sorted(self.sheet.hidden_rows):
            if r >= found.first_row:
                remark(Remark("hidden_row", name, a1(r, 0), str(r + 1)))

    def _decide_convention(self) -> str | None:
        columns = {self.found.columns[c.field] for c in self._measures if c.type in ("money", "number")}
        texts = [v.strip() for (r, c), v in self.sheet.cells.items() if r >= self.found.first_row and c in columns and isinstance(v, str)]
        return numbers.convention_of(texts)

    def _text(self, row: int, column: Column) -> str:
        at = (row, self.found.columns[column.field])
        value = self.sheet.cells.get(at) if column in self._measures else self._cells.get(at)
        return "" if value is None else amounts.as_sent(value)

    def _rows(self) -> Iterator[Row]:
        first_measure = min((self.found.columns[c.field] for c in self._measures), default=0)
        for r in sorted({r for r, _ in self.sheet.cells if r >= self.found.first_row}):
            says = any(
                not amounts.is_missing(self._text(r, c), self.form) or (r, self.found.columns[c.field]) in self.sheet.uncached
                for c in self._measures
            )
            left = [amounts.as_sent(v) for (row, c), v in sorted(self.sheet.cells.items()) if row == r and c < max(first_measure, 1)]
            if self._is_numbering(r) or self._is_heading_again(r):
                continue
            keys = {c.field: self._code(c, self._text(r, c)) for c in self._keys}
            component = self._component_text(r)
            word = next((w for w in map(words.total_word, left) if w), "")
            known_component = component is not None and keys.get("component_code") is not None
            keys["project_code"] = self.known.project_of.get(keys.get("component_code") or "")
            if known_component:
                if keys["component_code"] not in self.known.leaves:
                    kind, keys["component_code"] = "group", None
                elif any(c.type == "commune" and self._text(r, c) for c in self._keys):
                    kind = "commune"
                else:
                    kind = "detail"
            elif word:
                kind, keys = "total", self._keys_of_total(keys, left)
            else:
                kind = "detail"
            if says or kind in ("detail", "commune") and known_component:
                yield Row(r, kind, keys, word)

    def _component_text(self, r: int) -> str | None:
        column = next((c for c in self._keys if c.type == "component"), None)
        return self._text(r, column) if column else None

    def _code(self, column: Column, text: str) -> str | None:
        if not text:
            return column.default or None
        parent = self.reading.unit_code or "" if column.type == "commune" else ""
        return self.known.code(column.type, text, self.day, parent)

    def _keys_of_total(self, keys: dict[str, str | None], left: list[str]) -> dict[str, str | None]:
        """What a total is a total of: the keys in its own cells, or named in its label ('Cộng NSTW')."""
        said = {name: code for name, code in keys.items() if code}
        for text in left:
            word = words.total_word(text)
            rest = text[len(word) :].strip(" :-") if word else ""
            for column in self._keys if rest else []:
                code = self.known.code(column.type, rest, self.day) if column.type != "commune" else None
                if code and column.type == "component" and code not in self.known.leaves:
                    said.setdefault("project_code", code)
                elif code:
                    said.setdefault(column.field, code)
        return dict(said)

    def _is_numbering(self, r: int) -> bool:
        """The row '(1) (2) (3)' or 'A B 1 2' under a heading."""
        texts = [amounts.as_sent(v) for (row, _), v in sorted(self.sheet.cells.items()) if row == r]
        if r > self.found.first_row + 1 or len(texts) < 3 or any(len(t.strip("()")) > 2 and "=" not in t for t in texts):
            return False
        inner = [t.strip("()").split("=")[0] for t in texts]
        counted = [int(t) for t in inner if t.isdigit()]
        return bool(counted) and counted[0] in (1, 2) and counted == list(range(counted[0], counted[0] + len(counted)))

    def _is_heading_again(self, r: int) -> bool:
        """A heading repeated at a page break."""
        again = [
            name
            for name, c in self.found.columns.items()
            if words.key(str(self._cells.get((r, c), ""))) == words.key(self.found.texts[name])
        ]
        return len(again) >= max(2, len(self.found.columns) - 1)

    def _read_row(self, row: Row) -> None:
        for column in self._keys:
            text = self._text(row.at, column)
            if row.kind in ("detail", "commune") and (text or (column.required and not column.default)):
                code = row.keys.get(column.field)
                cell = a1(row.at, self.found.columns[column.field])
                self.reading.labels.append(
                    Label(
                        self.form.code,
                        self.sheet.name,
                        row.at,
                        cell,
                        column.field,
                        column.type,
                        text,
                        code,
                        self.known.expected(column.type),
                    )
                )
        for column in self._measures:
            at = (row.at, self.found.columns[column.field])
            text = self._text(row.at, column)
            cell = self._cell(row, column, a1(*at), text)
            if at in self.sheet.uncached or not amounts.is_missing(text, self.form):
                unit = self._units.get(column.field)
                amounts.fill(cell, at, self.sheet, column, self.form, unit, self._convention, self.known)
            self.reading.cells.append(cell)

    def _cell(self, row: Row, column: Column, cell: str, text: str) -> Cell:
        keys = {c.field: row.keys.get(c.field) or (c.default or None) for c in self.form.keys}
        year = keys.get("capital_year")
        return Cell(
            form=self.form.code, sheet=self.sheet.name, row=row.at, cell=cell, line_kind=row.kind,
            unit_code=keys.get("unit_code") or (None if "unit_code" in keys else self.reading.unit_code),
            component_code=keys.get("component_code"), fund_source=keys.get("fund_source"), capital_type=keys.get("capital_type"),
            capital_year=int(year) if year else None, commune_code=keys.get("commune_code"),
            field=column.field, type=column.type, text=text, header=self.found.texts[column.field],
        )  # fmt: skip


def sums(rows: list[Row]) -> Iterator[tuple[int, int, int]]:
    """(total row, guess, part row): the ways in which each total may be the sum of detail rows; the first guess is the likeliest."""
    for n, row in enumerate(rows):
        if row.kind not in ("total", "group"):
            continue
        details = [r for r in rows if r.kind == "detail" and _belongs(r, row)]
        above, below = _block(rows[:n][::-1], row), _block(rows[n + 1 :], row)
        if row.word == "trong đó" and not row.keys:
            continue
        whole_first = bool(row.keys) or row.word != "cộng"
        guesses = [details, above, below] if whole_first else [above or below, below, details]
        for g, parts in enumerate(g for g in guesses if g):
            for part in parts:
                yield row.at, g, part.at


def _block(rows: list[Row], total: Row) -> list[Row]:
    """The detail rows next to a total, up to the next total."""
    block = []
    for r in rows:
        if r.kind in ("total", "group"):
            break
        if r.kind == "detail" and _belongs(r, total):
            block.append(r)
    return block


def _belongs(detail: Row, total: Row) -> bool:
    return all(detail.keys.get(name) == code for name, code in total.keys.items() if code)
