"""Workbooks read and judged in memory, without a file between: for tests of what cells mean."""

import datetime as dt
from functools import cache

from data.definitions import SHIPPED, Definitions, load
from data.intake import workbook
from data.intake.amounts import as_sent
from data.intake.grid import Book, Sheet
from data.intake.judge import Judge
from data.intake.lines import Cell, Reading
from data.intake.problems import Problem
from data.intake.recognise import Recogniser
from tests.data.intake.bad.sheets import Sheets

Merged = dict[str, list[tuple[int, int, int, int]]]


@cache
def definitions() -> Definitions:
    return load(SHIPPED)


@cache
def recogniser() -> Recogniser:
    return Recogniser(definitions())


@cache
def _judge() -> Judge:
    return Judge(definitions())


def grid(book: Sheets, merged: Merged | None = None) -> Book:
    """Rows of cells as the child process would give them."""
    sheets = []
    for name, rows in book.items():
        sheet = Sheet(name, merged=(merged or {}).get(name, []))
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, dt.date):
                    sheet.dates.add((r, c))
                if value is not None and value != "":
                    sheet.cells[r, c] = value.isoformat() if isinstance(value, dt.date) else value
        sheets.append(sheet)
    return Book(sheets)


def read(book: Sheets, merged: Merged | None = None) -> Reading:
    return workbook.read(grid(book, merged), definitions(), recogniser())


def judge(book: Sheets, merged: Merged | None = None) -> list[Problem]:
    return _judge().judge(read(book, merged))


def rules(book: Sheets, merged: Merged | None = None) -> set[str]:
    return {p.rule for p in judge(book, merged)}


def amounts(reading: Reading, field: str, kind: str = "detail") -> list[int | None]:
    """The amounts of a column in đồng, from top to bottom."""
    return [c.amount_vnd for c in cells(reading, field) if c.line_kind == kind]


def cells(reading: Reading, field: str) -> list[Cell]:
    return [c for c in reading.cells if c.field == field]


def essence(reading: Reading) -> list[tuple[object, ...]]:
    """What a reading says, whatever kind of file it came from."""
    return [
        (
            c.form,
            c.cell,
            c.line_kind,
            c.unit_code,
            c.component_code,
            c.fund_source,
            c.capital_type,
            c.capital_year,
            c.field,
            c.amount_vnd,
            c.value,
            c.fault,
        )
        for c in reading.cells
    ] + [(label.cell, as_sent(label.text), label.code) for label in reading.labels]
