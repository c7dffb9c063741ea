"""Reading a form's table: keys, amounts, totals and "trong đó" rows, each with the cell it stands in."""

from datetime import date

from data.definitions.models import Column, Form
from data.intake import amounts, crossfoot, header, numbers
from data.intake.grid import Sheet, a1
from data.intake.lines import Cell, Label, Part, Reading, Remark
from data.intake.recognise import Recogniser
from data.intake.rows import Row, RowReader, texts_of_figures
from data.intake.sums import TooMany, sums


def read(sheet: Sheet, form: Form, found: header.Header, reading: Reading, known: Recogniser, day: date | None) -> None:
    """Read one form from one sheet into `reading`."""
    _Table(sheet, form, found, reading, known, day).read()


class _Table:
    def __init__(self, sheet: Sheet, form: Form, found: header.Header, reading: Reading, known: Recogniser, day: date | None) -> None:
        self._sheet, self._form, self._found, self._reading, self._known = sheet, form, found, reading, known
        self._reader = RowReader(sheet, form, found, known, day, reading.unit_code)
        self._notes = list(amounts.unit_notes(sheet))
        note = amounts.one_unit(unit for at, unit in self._notes if at[0] < found.top)
        said = {c.field: found.units.get(c.field) for c in self._reader.measures if c.type == "money"}
        self._units = {name: note if unit is None else unit for name, unit in said.items()}

    def read(self) -> None:
        rows = list(self._reader.rows())
        self._remark_structure()
        self._remark_merged({row.at for row in rows})
        self._convention = numbers.convention_of(texts_of_figures(self._sheet, self._found, self._form, rows))
        cells: list[Cell] = []
        for row in rows:
            if row.kind in ("detail", "commune"):
                self._read_keys(row)
            cells += [self._cell(row, column) for column in self._reader.measures]
        self._reading.cells += cells
        self._read_sums(rows, cells)

    def _read_sums(self, rows: list[Row], cells: list[Cell]) -> None:
        """Which rows add up to which, and what does not add up."""
        guesses: list[tuple[int, int, int]] = []
        try:
            guesses = list(sums(rows))
        except TooMany:
            totals = sum(r.kind in ("total", "group") for r in rows)
            self._remark("too_many_totals", a1(self._found.first_row, 0), str(totals))
        self._reading.parts += [Part(self._sheet.name, *guess) for guess in guesses]
        sum_of = {c.field: c.sum_of for c in self._reader.measures if c.sum_of}
        self._reading.remarks += crossfoot.misfits(cells, self._found.columns, sum_of, guesses)

    def _remark(self, what: str, cell: str, found: str = "", expected: str = "") -> None:
        self._reading.remarks.append(Remark(what, self._sheet.name, cell, found, expected))

    def _remark_structure(self) -> None:
        found = self._found
        for column in found.missing:
            at, text = found.near.get(column.field, ((found.first_row - 1, min(found.columns.values())), ""))
            self._remark("missing_column", a1(*at), _one_line(text), column.header[0])
        for column in (
            c for c in self._form.column if not (c.required or c.optional) and c.field in found.near and c.field not in found.columns
        ):
            at, text = found.near[column.field]
            self._remark("near_column", a1(*at), _one_line(text), column.header[0])
        for name, first, second in found.twice:
            self._remark("column_twice", a1(found.first_row - 1, second), _one_line(found.texts[name]), a1(found.first_row - 1, first))
        for name, unit in self._units.items():
            if not unit:
                self._remark("unknown_money_unit", a1(found.first_row - 1, found.columns[name]), _one_line(found.texts[name]))
        for at, unit in self._notes:
            if at[0] >= found.first_row and all(self._units.values()) and set(self._units.values()) - {unit}:
                self._remark("second_unit", a1(*at), _one_line(str(self._sheet.cells[at])), next(iter(self._units.values())) or "")
        for column in (c for c in self._form.column if c.type != "label" and found.columns.get(c.field) in self._sheet.hidden_columns):
            self._remark("hidden_column", a1(found.first_row - 1, found.columns[column.field]), _one_line(found.texts[column.field]))
        for r in sorted(r for r in self._sheet.hidden_rows if r >= found.first_row):
            self._remark("hidden_row", a1(r, 0), str(r + 1))

    def _remark_merged(self, lines: set[int]) -> None:
        """One amount over several lines: nothing says how much of it is whose."""
        columns = {self._found.columns[c.field] for c in self._reader.measures if c.type in ("money", "number")}
        for top, left, bottom, right in self._sheet.merged:
            covered = sum(top <= r <= bottom for r in lines) if any(left <= c <= right for c in columns) else 0
            text = amounts.as_sent(self._sheet.cells.get((top, left), ""))
            if covered > 1 and not amounts.is_missing(text, self._form):
                self._remark("merged_amount", a1(top, left), text[:60], str(covered))

    def _read_keys(self, row: Row) -> None:
        for column in self._reader.keys:
            text = self._reader.text(row.at, column)
            if text or (column.required and not column.default):
                cell = a1(row.at, self._found.columns[column.field])
                code, expected = row.keys.get(column.field), self._known.expected(self._reader.kind_of(column))
                named = (self._form.code, self._sheet.name, row.at, cell, column.field, column.type)
                self._reading.labels.append(Label(*named, text, code, expected))

    def _cell(self, row: Row, column: Column) -> Cell:
        at = (row.at, self._found.columns[column.field])
        text = self._reader.text(row.at, column)
        is_line = row.kind in ("detail", "commune")  # its keys have their defaults; what was written and not recognised is none
        keys = {c.field: row.keys.get(c.field) or (None if is_line else c.default or None) for c in self._form.keys}
        year = keys.get("capital_year")
        cell = Cell(
            form=self._form.code, sheet=self._sheet.name, row=row.at, cell=a1(*at), line_kind=row.kind,
            unit_code=keys.get("unit_code") or (None if "unit_code" in keys else self._reading.unit_code),
            component_code=keys.get("component_code"), fund_source=keys.get("fund_source"), capital_type=keys.get("capital_type"),
            capital_year=int(year) if year else None, commune_code=keys.get("commune_code"),
            indicator_code=keys.get("indicator_code"), breakdown=keys.get("breakdown"),
            field=column.field, type=column.type, text=text, header=self._found.texts[column.field],
        )  # fmt: skip
        if at in self._sheet.uncached or not amounts.is_missing(text, self._form):
            amounts.fill(cell, at, self._sheet, column, self._form, self._units.get(column.field), self._convention, self._known)
            if column.field == "measure_unit":
                cell.value = self._known.measure_unit(text)
        return cell


def _one_line(text: str) -> str:
    return " ".join(text.split())
