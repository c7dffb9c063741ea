"""The sheets of a workbook: general information, a table per form, and the visible lists behind the drop-downs.

Guidance is a comment on the heading and a message when a cell is chosen, never a row that could be read as data.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.definitions import models
from data.intake.template_lists import HEADINGS, Choice, Choices

LISTS = "Danh mục"
MAY = {"format_columns": True, "format_rows": True, "insert_rows": True, "sort": True, "autofilter": True}
WIDTHS = {
    "component": 14,
    "label": 38,
    "money": 17,
    "text": 42,
    "cause": 22,
    "year": 9,
    "unit": 12,
    "indicator": 16,
    "breakdown": 10,
    "fund_source": 11,
    "capital_type": 10,
}
MESSAGE_LIMIT = 255  # of Excel, for the text shown beside a chosen cell

Row = dict[str, Any]


class Pen:
    """One workbook being written: its formats, and the word each code is shown by."""

    def __init__(self, book: xlsxwriter.Workbook, choices: Choices, names: dict[str, dict[str, str]]) -> None:
        self.book, self.choices, self.names = book, choices, names
        self.shown = {(kind, c.code): c.shown for kind, offered in choices.items() for c in offered}
        self.ranges = {kind: f"='{LISTS}'!{_span(i, len(offered))}" for i, (kind, offered) in enumerate(choices.items()) if offered}
        base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        cell = base | {"border": 1, "locked": False}
        self.title = book.add_format(base | {"bold": True, "font_size": 14})
        self.note = book.add_format(base | {"italic": True, "font_color": "#555555"})
        self.hint = book.add_format(base | {"italic": True, "font_color": "#555555", "text_wrap": True})
        self.heading = book.add_format(base | {"bold": True, "border": 1, "bg_color": "#DDEBF7", "text_wrap": True, "align": "center"})
        self.label = book.add_format(base | {"bold": True, "border": 1, "bg_color": "#DDEBF7", "text_wrap": True})
        self.cells = {kind: book.add_format(cell | more) for kind, more in _NUMBERS.items()}
        self.totals = {kind: book.add_format(cell | more | {"bold": True}) for kind, more in _NUMBERS.items()}

    def put(self, sheet: Worksheet, at: tuple[int, int], column: models.Column, value: Any, scale: int, *, is_total: bool = False) -> None:
        """One value in its cell: amounts in the form's money unit, codes as the word people choose, None as a blank."""
        formats = self.totals if is_total else self.cells
        kind = "coarse" if column.type == "money" and scale < 1_000_000 else column.type
        look: Format = formats.get(kind, formats["text"])
        if value is None or value == "":
            sheet.write_blank(*at, None, look)
        elif column.type == "money" and isinstance(value, int):
            sheet.write_number(*at, value / scale, look)
        elif isinstance(value, date):
            sheet.write_datetime(*at, value, formats["date"])
        elif isinstance(value, (int, float)):
            sheet.write_number(*at, value, look)
        else:
            sheet.write_string(*at, self.shown.get((column.type, value), str(value)), look)

    def offer(self, sheet: Worksheet, rows: tuple[int, int], position: int, column: models.Column) -> None:
        """The drop-down of a column and the message shown when one of its cells is chosen."""
        message = {"input_title": column.header[0][:32], "input_message": column.guidance[:MESSAGE_LIMIT]} if column.guidance else {}
        source = self.ranges.get(column.type)
        if source:
            wrong = {"error_title": "Không có trong danh mục", "error_message": f"Chọn một giá trị của trang {LISTS}."}
            sheet.data_validation(rows[0], position, rows[1], position, {"validate": "list", "source": source} | message | wrong)
        elif message:
            sheet.data_validation(rows[0], position, rows[1], position, {"validate": "any"} | message)


_NUMBERS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "num_format": "@"},
    "label": {"text_wrap": True},
    "money": {"num_format": "#,##0.000"},
    "coarse": {"num_format": "#,##0"},
    "number": {"num_format": "General"},
    "year": {"num_format": "0", "align": "center"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
}


def fields(pen: Pen, form: models.Form, columns: Sequence[models.Column], info: Row, hints: dict[str, str]) -> None:
    """The sheet of general information: label, value, guidance."""
    sheet = _sheet(pen, form, (30, 44, 60))
    for row, column in enumerate(columns, start=3):
        sheet.write_string(row, 0, column.header[0], pen.label)
        pen.put(sheet, (row, 1), column, info.get(column.field), 1)
        sheet.write_string(row, 2, hints.get(column.field) or column.guidance, pen.hint)
        pen.offer(sheet, (row, row), 1, column)


def table(pen: Pen, form: models.Form, columns: Sequence[models.Column], rows: Sequence[Row], extra_rows: int) -> None:
    """The sheet of one form: title, money unit, note, headings, then rows and `extra_rows` empty ones to fill in."""
    sheet = _sheet(pen, form, [WIDTHS.get(c.type, 14) for c in columns])
    scale = models.MONEY_UNITS[form.money_unit]
    if any(c.type == "money" for c in columns):
        sheet.write_string(1, 0, f"Đơn vị tính: {form.money_unit}", pen.note)
    first, last = 4, 3 + len(rows) + extra_rows
    sheet.freeze_panes(first, 0)
    sheet.repeat_rows(3)
    sheet.set_row(3, 48)
    for position, column in enumerate(columns):
        sheet.write_string(3, position, column.header[0], pen.heading)
        if column.guidance:
            sheet.write_comment(3, position, column.guidance, {"x_scale": 1.6})
        if last >= first:
            pen.offer(sheet, (first, last), position, column)
    for number, row in enumerate([*rows, *({} for _ in range(extra_rows))], start=first):
        total = row.get("_total")
        for position, column in enumerate(columns):
            value = (total if column.field == "component_name" else row.get(column.field)) if total else _value(pen, column, row)
            pen.put(sheet, (number, position), column, value, scale, is_total=bool(total))


def lists(pen: Pen) -> None:
    """The visible sheet that the drop-downs take their words from: each word with its full name beside it."""
    sheet = pen.book.add_worksheet(LISTS)
    for position, (kind, offered) in enumerate(pen.choices.items()):
        sheet.write_string(0, 2 * position, HEADINGS.get(kind, kind), pen.heading)
        sheet.write_string(0, 2 * position + 1, "Tên", pen.heading)
        sheet.set_column(2 * position + 1, 2 * position + 1, 30)
        for row, choice in enumerate(offered, start=1):
            sheet.write_string(row, 2 * position, choice.shown)
            sheet.write_string(row, 2 * position + 1, choice.name)
    sheet.freeze_panes(1, 0)
    sheet.protect("", MAY)


def _sheet(pen: Pen, form: models.Form, widths: Sequence[int]) -> Worksheet:
    sheet = pen.book.add_worksheet(form.sheet[0])
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width)
    sheet.write_string(0, 0, form.title, pen.title)
    if form.note:
        sheet.write_string(2, 0, form.note, pen.note)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", MAY)
    return sheet


def _value(pen: Pen, column: models.Column, row: Row) -> Any:
    if column.type == "label" and column.field not in row:  # a name follows its code
        code = column.field.replace("_name", "_code")
        return pen.names.get(code, {}).get(str(row.get(code)))
    return row.get(column.field)


def _span(position: int, count: int) -> str:
    letter = chr(ord("A") + 2 * position)
    return f"${letter}$2:${letter}${count + 1}"


__all__ = ["Choice", "Pen", "Row", "fields", "lists", "table"]
