"""Workbooks for tests as plain rows of cells: one good report to change, and writers for .xlsx, .xls and .ods."""

import copy
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from tests.data.intake.bad.results import aims

INFO, PLAN, SPENT, WHY = "Thông tin chung", "Kế hoạch vốn", "Giải ngân", "Khó khăn, vướng mắc"
AIMS = "Chỉ tiêu"
DAY = dt.date(2024, 6, 14)
KEYS = ["Mã dự án, tiểu dự án", "Tên dự án, tiểu dự án", "Nguồn vốn", "Loại vốn", "Năm vốn"]
LINES = [
    ("DA2", "Đa dạng hóa sinh kế", "NSTW", "SN", 2024, 1500.125, 1000, 400.5),
    ("DA2", "Đa dạng hóa sinh kế", "NSĐP", "SN", 2024, 200, 150, 50.25),
    ("DA4-TDA1", "Giáo dục nghề nghiệp", "NSTW", "ĐTPT", 2024, 3000, 3000, 1200),
    ("DA4-TDA2", "Lao động ngoài nước", "NSTW", "SN", 2024, 400, 400, 100),
    ("DA4-TDA3", "Việc làm bền vững", "NSTW", "SN", 2024, 500.5, 500, None),
    ("DA7-TDA1", "Nâng cao năng lực", "NSTW", "SN", 2024, 150, 150, 30),
    ("DA7-TDA2", "Giám sát, đánh giá", "NSĐP", "SN", 2023, 60, 60, 20.125),
]
Rows = list[list[Any]]
Sheets = dict[str, Rows]


def good() -> Sheets:
    """A report without fault: headings in row 4, lines in rows 5 to 11."""
    info: Rows = [
        ["Loại báo cáo", "Báo cáo của đơn vị"],
        ["Đơn vị báo cáo", "943"],
        ["Kỳ báo cáo", "2024-T06"],
        ["Số liệu tính đến ngày", DAY],
        ["Trạng thái số liệu", "Chính thức"],
        ["Người lập báo cáo", "Nguyễn Văn A"],
    ]
    above: Callable[[str], Rows] = lambda title: [[title], ["Đơn vị tính: triệu đồng"], ["mẫu đề xuất"]]  # noqa: E731
    return {
        INFO: info,
        PLAN: [
            *above("KẾ HOẠCH VỐN"),
            [*KEYS, "Giao đầu năm", "Kế hoạch sau điều chỉnh", "Phân bổ chi tiết"],
            *([*keys, planned, None, allocated] for *keys, planned, allocated, _ in LINES),
        ],
        SPENT: [*above("GIẢI NGÂN"), [*KEYS, "Giải ngân lũy kế đến ngày chốt"], *([*keys, spent] for *keys, _, _, spent in LINES)],
        WHY: [
            *above("KHÓ KHĂN, VƯỚNG MẮC"),
            [KEYS[0], "Nguyên nhân", "Diễn giải", "Kiến nghị, đề xuất", "Số vốn vướng mắc"],
            ["DA4-TDA3", "Chờ hướng dẫn", "Chưa có hướng dẫn", "Sớm hướng dẫn", 500.5],
        ],
        AIMS: aims(),
    }


def decision(unit: str = "SLDTBXH") -> Sheets:
    """An assignment decision without fault, for two units; headings in row 3."""
    heading = ["Mã đơn vị", "Tên đơn vị", *KEYS, "Giao đầu năm", "Kế hoạch sau điều chỉnh"]
    names = {"943": "Huyện Kế Sách", "944": "Huyện Mỹ Tú"}
    return {
        INFO: [
            ["Loại báo cáo", "Quyết định giao kế hoạch"],
            ["Đơn vị báo cáo", unit],
            ["Số quyết định", "35/QĐ-UBND"],
            ["Năm ngân sách", 2024],
            ["Ngày ban hành", dt.date(2024, 1, 8)],
            ["Ngày hiệu lực", dt.date(2024, 1, 10)],
        ],
        "Giao kế hoạch vốn": [
            ["GIAO KẾ HOẠCH VỐN"],
            ["Đơn vị tính: triệu đồng"],
            heading,
            *([unit, name, *keys, planned, None] for unit, name in names.items() for *keys, planned, _, _ in LINES),
        ],
    }


def at(place: str) -> tuple[str, int, int]:
    """'Giải ngân!F5' → sheet, row and column from 0."""
    sheet, cell = place.split("!")
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return sheet, int(digits) - 1, column - 1


def put(book: Sheets, cells: dict[str, Any]) -> Sheets:
    """A copy with these cells changed; the sheet grows where it must."""
    book = copy.deepcopy(book)
    for place, value in cells.items():
        sheet, r, c = at(place)
        rows = book.setdefault(sheet, [])
        rows.extend([] for _ in range(r + 1 - len(rows)))
        rows[r].extend([None] * (c + 1 - len(rows[r])))
        rows[r][c] = value
    return book


def insert(book: Sheets, sheet: str, row: int, *rows: list[Any]) -> Sheets:
    """A copy with rows put in before a row (numbered as in the sheet)."""
    book = copy.deepcopy(book)
    book[sheet][row - 1 : row - 1] = [list(r) for r in rows]
    return book


def in_parts(book: Sheets) -> Sheets:
    """The same report with what was disbursed told apart: thanh toán (whole triệu) in column F, tạm ứng (the rest) in G, both in H."""
    head, *lines = book[SPENT][3:]
    rows = [[*line[:5], *((None, None) if line[5] is None else divmod(line[5], 1)), line[5]] for line in lines]
    return {**book, SPENT: [*book[SPENT][:3], [*head[:5], "Thanh toán", "Tạm ứng", head[5]], *rows]}


def total(word: str, *amounts: Any, code: Any = None) -> list[Any]:
    """A total row: its word in the name column."""
    return [code, word, None, None, None, *amounts]


def xlsx(path: Path, book: Sheets, finish: Callable[[openpyxl.Workbook], None] | None = None) -> Path:
    """Write .xlsx; a text that begins with "=" is a formula without a stored value. `finish` may do more to the workbook."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)  # type: ignore[arg-type]
    for name, rows in book.items():
        sheet = workbook.create_sheet(name)
        for r, row in enumerate(rows, start=1):
            for c, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(r, c, value)
    if finish:
        finish(workbook)
    workbook.save(path)
    return path


def xls(path: Path, book: Sheets) -> Path:
    workbook = xlwt.Workbook()
    a_day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for name, rows in book.items():
        sheet = workbook.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, str) and value.startswith("#"):
                    sheet.row(r).set_cell_error(c, value)
                elif value is not None:
                    sheet.write(r, c, value, *([a_day] if isinstance(value, dt.date) else []))
    workbook.save(str(path))
    return path


def ods(path: Path, book: Sheets, merged: dict[str, tuple[int, int]] | None = None) -> Path:
    """Write .ods; `merged` spans a cell ('Giải ngân!A5') over (rows, columns)."""
    document = OpenDocumentSpreadsheet()
    spans = {at(place): span for place, span in (merged or {}).items()}
    for name, rows in book.items():
        table = Table(name=name)
        document.spreadsheet.addElement(table)
        covered = {(r + i, c + j) for (s, r, c), (h, w) in spans.items() if s == name for i in range(h) for j in range(w)} - {
            (r, c) for _, r, c in spans
        }
        for r, row in enumerate(rows):
            line = TableRow()
            table.addElement(line)
            for c, value in enumerate(row):
                line.addElement(CoveredTableCell() if (r, c) in covered else _ods_cell(value, spans.get((name, r, c))))
    document.save(str(path))
    return path


def _ods_cell(value: Any, span: tuple[int, int] | None) -> TableCell:
    more: dict[str, Any] = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]} if span else {}
    if isinstance(value, dt.date):
        more |= {"valuetype": "date", "datevalue": value.isoformat()}
    elif isinstance(value, (int, float)):
        more |= {"valuetype": "float", "value": value}
    elif isinstance(value, str) and value.startswith("="):
        more |= {"formula": f"of:{value}"}
    elif isinstance(value, str) and value.startswith("#"):
        more |= {"valuetype": "string", "stringvalue": "", "formula": "of:=[.#REF!1]"}
    elif value is not None:
        more |= {"valuetype": "string"}
    cell = TableCell(**more)
    if value is not None and not str(value).startswith("="):
        cell.addElement(P(text=str(value)))
    return cell
