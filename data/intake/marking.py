"""The child process that marks a workbook: `python -m data.intake.marking`, one JSON request on stdin. It may be killed at any time."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import orjson
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from data.intake import grid, reader

LIST = "Kết quả kiểm tra"
BY = "Bộ phận tiếp nhận"  # author of the notes, by which an earlier marking is known
FILLS = {"refuse": "FFFF9999", "warn": "FFFFE699"}
NAMES = {"refuse": "Phải sửa", "warn": "Cảnh báo"}
HEADINGS = ("Mức", "Trang", "Ô", "Tìm thấy", "Cần", "Nội dung")
WIDTHS = (12, 24, 9, 30, 30, 90)
_ONE_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_NOTE_LIMIT = 1500  # letters of one note; the list has all of it

Problem = dict[str, Any]


def mark(book: Workbook, name: str, problems: list[Problem]) -> None:
    """Mark the cells that problems name, and list every problem on a sheet before the others."""
    if LIST in book.sheetnames:  # of an earlier marking, sent back
        book.remove(book[LIST])
    for sheet in book.worksheets:
        _clear(sheet)
    at: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for p in problems:
        if p["sheet"] in book.sheetnames:
            at[p["sheet"], p["cell"]].append(p)
    for (sheet_name, place), said in at.items():
        worst = min((p["severity"] for p in said), key=list(FILLS).index)
        sheet = book[sheet_name]
        if isinstance(sheet, Worksheet):
            sheet.sheet_properties.tabColor = FILLS[worst]
            if _ONE_CELL.fullmatch(place):
                _mark(_first_of_merged(sheet, place), said, FILLS[worst])
    _list(book, name, problems, set(book.sheetnames))


def _clear(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment is not None and cell.comment.author == BY:
                cell.comment, cell.fill = None, PatternFill()


def _first_of_merged(sheet: Worksheet, place: str) -> Cell:
    cell = sheet[place]
    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if place in area)
        cell = sheet.cell(area.min_row, area.min_col)
    return cell


def _mark(cell: Cell, said: list[Problem], colour: str) -> None:
    before = f"\n{cell.comment.text}" if cell.comment is not None else ""
    text = "\n".join(f"{NAMES[p['severity']]}: {p['sentence']}" for p in said) + before
    cell.fill = PatternFill("solid", fgColor=colour)
    cell.comment = Comment(_clean(text)[:_NOTE_LIMIT], BY, height=160, width=380)


def _list(book: Workbook, name: str, problems: list[Problem], sheets: set[str]) -> None:
    sheet = book.create_sheet(LIST, 0)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    refused = sum(p["severity"] == "refuse" for p in problems)
    _write(sheet["A1"], f"Kết quả kiểm tra tệp {name}", bold=True)
    _write(sheet["A2"], f"{refused} chỗ phải sửa (màu đỏ), {len(problems) - refused} cảnh báo (màu vàng). Bấm vào ô để tới chỗ đó.")
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), start=1):
        _write(sheet.cell(4, column), heading, bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, p in enumerate(problems, start=5):
        said = (NAMES[p["severity"]], p["sheet"], p["cell"], p["found"], p["expected"], p["sentence"])
        for column, text in enumerate(said, start=1):
            _write(sheet.cell(row, column), text)
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=FILLS[p["severity"]])
        if p["sheet"] in sheets and _ONE_CELL.fullmatch(p["cell"]):
            quoted = p["sheet"].replace("'", "''")
            sheet.cell(row, 3).hyperlink = Hyperlink(ref=f"C{row}", location=f"'{quoted}'!{p['cell']}")
            sheet.cell(row, 3).font = Font(underline="single", color="FF1F5F99")
    sheet.freeze_panes = "A5"


def _write(cell: Cell, text: str, *, bold: bool = False) -> None:
    """A text is never a formula, whatever it begins with."""
    cell.value = _clean(text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.alignment = Alignment(wrap_text=cell.row > 3, vertical="top")
    cell.font = Font(bold=bold)


def _clean(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def rewritten(book: grid.Book) -> Workbook:
    """The values of a workbook of an older or other kind, in a new one."""
    new = Workbook()
    new.remove(new.active)
    for sheet in book.sheets:
        to = new.create_sheet(sheet.name)
        to.sheet_state = "hidden" if sheet.hidden else "visible"
        for (row, column), value in sheet.cells.items():
            cell = to.cell(row + 1, column + 1)
            if (row, column) in sheet.dates and isinstance(value, str) and len(value) == len("2000-01-01"):
                cell.value, cell.number_format = date.fromisoformat(value), "dd/mm/yyyy"
            elif isinstance(value, str):
                _write(cell, value)
            else:
                cell.value = value
        for top, left, bottom, right in sheet.merged:
            to.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for letters in map(get_column_letter, range(1, sheet.last_column + 2)):
            to.column_dimensions[letters].width = 18
    return new


def _opened(source: str, kind: str, max_cells: int, max_rows: int) -> Workbook:
    if kind == "":
        only = Workbook()
        only.remove(only.active)
        return only
    read = reader.read(source, kind, max_cells, max_rows)  # its limits hold for the marking too
    return load_workbook(source) if kind == "ooxml" else rewritten(read)


def main(arguments: Iterable[str]) -> None:
    reader.limit_memory(int(next(iter(arguments))))
    asked = orjson.loads(sys.stdin.buffer.read())
    book = _opened(asked["source"], asked["kind"], asked["max_cells"], asked["max_rows"])
    mark(book, asked["name"], asked["problems"])
    to = Path(asked["to"])
    part = to.with_suffix(".part")
    book.save(part)
    part.replace(to)


if __name__ == "__main__":
    main(sys.argv[1:])
