"""A paper as a workbook: one sheet per table with real numbers that read like the screen, and a sheet of sources.

Money is kept in whole đồng and shown in triệu đồng by the number format, shares are 0–1 shown in percent, days are days: whatever is
added up is exact, whatever is read is what the screen says. Texts are texts, whatever they begin with.
"""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from functools import cache
from textwrap import wrap

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format

from pages.exports import stamped
from pages.exports.paper import Paper, Table
from pages.exports.still import still
from pages.parts import formats

SOURCES = "Nguồn"
ONE = "Bảng số"
NO_ROWS = "Chưa có dòng nào."
MONEY_UNIT = "Đơn vị tính: triệu đồng (ô giữ đủ số đồng, hiển thị theo triệu đồng)."
PORTRAIT, WIDEST, NARROWEST = 90, 48, 9  # characters: across an upright page, across a column at most and at least
NAME, CELL, FOOT = 31, 32_767, 240  # characters that Excel allows, for the foot with room for its page number
NUMBERED = re.compile(r"^\s*([IVX]+|\d+|\w)[.)]\s")  # a heading's own number
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
FINDING, BEHIND, HEAD = 0, 1, 2  # the rows of a sheet above the first line of its table
LINE, TALLEST = 16.5, 405  # points: of a line of text, and of a row at most
SOURCE_WIDTHS = (32, 62, 62)
FILTERED = 6  # lines from which picking some of them is of use
LETTERS = {"font_name": "Times New Roman", "font_size": 12, "font_scheme": False, "valign": "top"}
LINED = {"border": 1, "border_color": "#A6A6A6"}
NEVER = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(paper: Paper) -> bytes:
    """The workbook (.xlsx): a sheet per table in the order of the paper, then the sources."""
    written = io.BytesIO()  # the library writes into the properties it is given: each book has its own
    with xlsxwriter.Workbook(written, {"in_memory": True, "default_format_properties": dict(LETTERS), **NEVER}) as book:
        created = paper.stamp.at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": _kept(paper.title), "author": _kept(paper.office.name), "created": created})
        look = cache(lambda **properties: book.add_format(properties))
        sheets = list(_named(paper))
        for name, table in sheets:
            Sheet(book, look, name, paper).table(table)
        Sheet(book, look, SOURCES, paper).sources(paper, sheets)
    return still(written.getvalue(), paper.stamp.at)


class Sheet:
    """One sheet while it is written: cells that are what they are, and how it comes out on paper."""

    def __init__(self, book: xlsxwriter.Workbook, look: Callable[..., Format], name: str, paper: Paper) -> None:
        self.look, self.sheet = look, book.add_worksheet(name)
        self.sheet.set_paper(9)  # A4
        self.sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.8)
        self.sheet.fit_to_pages(1, 0)
        foot = stamped.line(paper.stamp)[:FOOT].replace("&", "&&")
        self.sheet.set_footer(f"&L&8 {foot}&R&8 &P/&N")

    def table(self, table: Table) -> None:
        """The finding, what stands behind it, and the columns that the screen shows."""
        columns = formats.shown_columns(table.answer, table.columns)
        rows = [[row[c] for c in columns] for row in table.answer.to_dict("records")]
        heads = [table.heading(column) for column in columns]
        widths = [_width(column, heads[n], [row[n] for row in rows]) for n, column in enumerate(columns)]
        unit = MONEY_UNIT if any(c.endswith("_vnd") for c in columns) else ""
        last, across = len(columns) - 1, sum(widths)
        self.over(FINDING, last, table.finding, across, bold=True, font_size=13)
        self.over(BEHIND, last, " ".join(filter(None, (table.behind, unit))), across, italic=True, font_size=11)
        for n, (head, width) in enumerate(zip(heads, widths, strict=True)):
            self.sheet.set_column(n, n, width)
            self.text(HEAD, n, head, bold=True, bg_color="#DDE6F0", text_wrap=True, align="center", **LINED)
        self.high(HEAD, heads, widths)
        for number, row in enumerate(rows, HEAD + 1):
            for n, (column, value) in enumerate(zip(columns, row, strict=True)):
                self.cell(number, n, column, value)
            self.high(number, [formats.said(column, value) for column, value in zip(columns, row, strict=True)], widths)
        if not rows:
            self.text(HEAD + 1, 0, NO_ROWS)
        if len(rows) >= FILTERED:
            self.sheet.autofilter(HEAD, 0, HEAD + len(rows), last)
        self.sheet.freeze_panes(HEAD + 1, 1 if last > 1 else 0)
        self.sheet.repeat_rows(HEAD)
        self.sheet.print_area(0, 0, HEAD + max(len(rows), 1), last)
        if across > PORTRAIT:
            self.sheet.set_landscape()

    def cell(self, row: int, column: int, name: str, value: object) -> None:
        """A value of a column as a number, a day or a text, which reads as `formats.said` says."""
        told = formats.said(name, value)
        number = _number(name, value)
        if number is None:
            right = told == formats.MISSING and name.endswith(("_vnd", "_share", "_on", "_count", "_number", "_points"))
            self.text(row, column, told, text_wrap=True, **({"align": "right"} if right else {"align": "left", "indent": 1}), **LINED)
        else:
            self.sheet.write(row, column, number[0], self.look(num_format=number[1], align="right", **LINED))

    def text(self, row: int, column: int, told: str, **look: object) -> None:
        """A text as text: no formula now, and none when somebody edits the cell."""
        told = _kept(told)
        quoted = {"quote_prefix": True} if told.startswith((*formats.MAY_BEGIN_A_FORMULA, "'")) else {}
        self.sheet.write_string(row, column, told, self.look(**look, **quoted))

    def over(self, row: int, last: int, told: str, width: int, **look: object) -> None:
        """A text across all columns, in a row as high as it needs."""
        if last > 0:
            self.sheet.merge_range(row, 0, row, last, "", self.look(text_wrap=True, **look))
        self.text(row, 0, told, text_wrap=True, **look)
        self.high(row, [told], [width])

    def high(self, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
        """Make a row as high as its longest text: not every program does so when it opens the file."""
        lines = max(sum(len(wrap(part, width)) or 1 for part in told.split("\n")) for told, width in zip(texts, widths, strict=True))
        self.sheet.set_row(row, min(LINE * lines, TALLEST))

    def sources(self, paper: Paper, sheets: list[tuple[str, Table]]) -> None:
        """Where the figures come from, and what each sheet shows."""
        for n, width in enumerate(SOURCE_WIDTHS):
            self.sheet.set_column(n, n, width)
        self.sheet.set_landscape()
        self.text(0, 0, paper.title, bold=True, font_size=13)
        self.text(1, 0, paper.subtitle, italic=True)
        for row, (name, told) in enumerate((("Đơn vị lập", paper.office.name), *stamped.lines(paper.stamp)), 3):
            self.text(row, 0, name, bold=True)
            self.text(row, 1, told, text_wrap=True)
            self.high(row, [told], SOURCE_WIDTHS[1:2])
        head = row + 2
        for n, name in enumerate(("Trang tính", "Nội dung", "Số liệu đứng sau")):
            self.text(head, n, name, bold=True, bg_color="#DDE6F0", align="center", **LINED)
        for row, (name, table) in enumerate(sheets, head + 1):
            for n, told in enumerate((name, table.finding, table.behind)):
                self.text(row, n, told, text_wrap=True, **LINED)
            self.high(row, (name, table.finding, table.behind), SOURCE_WIDTHS)


def _number(column: str, value: object) -> tuple[object, str] | None:
    """The value as Excel keeps it with its number format, or None where it is a text."""
    if formats.is_missing(value):
        return None
    if column.endswith("_vnd"):
        amount = int(value)
        return amount, "#,##0,," if abs(amount) >= formats.MILLION or amount == 0 else "#,##0.000,,"
    if column.endswith("_share"):
        return float(value), "#,##0.00%"
    if column.endswith("_count"):
        return int(value), "#,##0"
    if column.endswith("_on"):
        return formats.as_date(value), r"dd\/mm\/yyyy"
    if column.endswith("_points") and not isinstance(value, str):
        return 100 * float(value), "+#,##0.00;-#,##0.00;0.00"
    if column.endswith("_number") and not isinstance(value, str):
        return float(value), "#,##0.00" if value % 1 else "#,##0"
    if column.endswith("_text") and formats.SAID.fullmatch(str(value)):  # a figure in the unit that stands beside it
        before, _, decimals = str(value).replace(".", "").partition(",")
        return float(f"{before}.{decimals or 0}"), "#,##0" + ("." + "0" * len(decimals) if decimals else "")
    whole = pd.api.types.is_integer(value)
    return (int(value), "0") if whole else None  # a rank, a year; a number with decimals says them in its own words


def _width(column: str, head: str, values: list[object]) -> int:
    """How wide a column stands, in characters: its longest value, and no word of its heading broken."""
    longest = max((len(line) for value in values for line in formats.said(column, value).split("\n")), default=0)
    words = max(len(word) for word in head.split())
    return max(NARROWEST, min(WIDEST, longest + 3), words + 4)


def _kept(told: str) -> str:
    told = stamped.printable(told)
    return told if len(told) <= CELL else told[: CELL - 1] + "…"


def _named(paper: Paper) -> Iterator[tuple[str, Table]]:
    """Each table under the name of its sheet: its number in the paper and what it is called (its own name, or the
    heading it stands under); one alone needs no number.
    """
    tables = [(table.name or section.heading, table) for section in paper.every_section() for table in section.tables]
    for number, (heading, table) in enumerate(tables, 1):
        words = NOT_IN_NAMES.sub(" ", NUMBERED.sub("", stamped.printable(heading))).split()
        yield (ONE if len(tables) == 1 else _short(f"{number}. {' '.join(words)}").rstrip("'")), table


def _short(name: str) -> str:
    """A name cut after a word."""
    if len(name) <= NAME:
        return name
    return name[: NAME - 1].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"
