"""The child process that opens submitted files: `python -m data.intake.reader`. It may be killed at any time; it knows nothing but bytes.

One JSON request a line on stdin ({"path", "kind", limits}), one JSON answer a line on stdout (a grid, or {"fault": …}).
A process of its own, with a memory limit, because a hostile file can make any reader run away (docs/decisions.md).
"""

import datetime as dt
import math
import struct
import sys
import unicodedata
import zipfile
import zlib
from typing import Any
from xml.etree import ElementTree

import orjson
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.intake import grid, scan_ods, scan_ooxml, scan_xls
from data.intake.scan import Extra, Fault, Meter

VERSION = "4"  # raise when the same bytes would read differently: the archive is then read again


def read(path: str, kind: str, max_cells: int, max_rows: int) -> grid.Book:
    """The whole workbook as a grid. Raises Fault when it holds more than it may."""
    book, meter = grid.Book(), Meter(max_cells, max_rows)
    if kind == "ooxml":
        extras, book.external_links = scan_ooxml.scan(path, meter), scan_ooxml.external_links(path)
    else:
        extras = scan_ods.scan(path, meter) if kind == "ods" else scan_xls.scan(path)
    meter = Meter(max_cells, max_rows)
    with CalamineWorkbook.from_path(path) as workbook:
        for n, meta in enumerate(workbook.sheets_metadata):
            if meta.typ == SheetTypeEnum.WorkSheet:
                meter.sheet(meta.name)
                sheet = grid.Sheet(meta.name, meta.visible != SheetVisibleEnum.Visible)
                _fill(sheet, workbook.get_sheet_by_index(n), extras.get(meta.name, Extra()), meter)
                meter.end()
                book.sheets.append(sheet)
    return book


def _fill(sheet: grid.Sheet, source: Any, extra: Extra, meter: Meter) -> None:
    sheet.merged = [(*a, *b) for a, b in source.merged_cell_ranges or []] or extra.merged
    for r, row in enumerate(source.to_python(skip_empty_area=False)):
        filled = [c for c, value in enumerate(row) if value != "" and value is not None]
        meter.row(r, filled)
        for c in filled:
            _put(sheet, (r, c), row[c])
    sheet.cells.update(extra.errors)
    rows, columns = {r for r, _ in sheet.cells}, {c for _, c in sheet.cells}
    sheet.hidden_rows, sheet.hidden_columns, sheet.uncached = extra.hidden_rows & rows, extra.hidden_columns & columns, extra.uncached


def _put(sheet: grid.Sheet, at: grid.Position, value: Any) -> None:
    if isinstance(value, (dt.datetime, dt.date)):
        sheet.dates.add(at)
        sheet.cells[at] = (value.date() if isinstance(value, dt.datetime) else value).isoformat()
    elif isinstance(value, (dt.time, dt.timedelta)):
        sheet.dates.add(at)
        sheet.cells[at] = str(value)
    elif isinstance(value, str):
        clean = value if value.isascii() and value.isprintable() else _clean(value)
        if clean.strip():
            sheet.cells[at] = clean
    elif isinstance(value, float) and not math.isfinite(value):
        sheet.cells[at] = str(value)
    else:
        sheet.cells[at] = value


def _clean(text: str) -> str:
    """Composed letters; no control or invisible characters (the soft hyphen is a letter of TCVN3)."""
    return "".join(
        ch for ch in unicodedata.normalize("NFC", text) if ch in "\n\t\xad" or not unicodedata.category(ch).startswith("C")
    )  # fmt: skip


def limit_memory(size: int) -> None:
    """Let this process have no more memory than that."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


# What the libraries raise on damaged bytes: found by changing bytes of good files (tests/data/intake/test_hostile.py). Nothing wider: a
# mistake of our own ends this process, and the parent says so, instead of calling an officer's file broken.
_BROKEN = (
    CalamineError, ElementTree.ParseError, zipfile.BadZipFile, zipfile.LargeZipFile, struct.error, zlib.error, LookupError,
    ArithmeticError, ValueError, OSError, EOFError, RuntimeError, TypeError,
)  # fmt: skip


def main() -> None:
    limit_memory(int(sys.argv[1]))
    for line in sys.stdin.buffer:
        request = orjson.loads(line)
        try:
            answer: dict[str, Any] = {"book": grid.to_json(read(**request))}
        except Fault as fault:
            answer = {"fault": list(fault.args)}
        except PasswordError:
            answer = {"fault": ["encrypted", "", "", ""]}
        except MemoryError:
            answer = {"fault": ["too_much_memory", "", "", ""]}
        except _BROKEN as problem:
            answer = {"fault": ["broken", "", type(problem).__name__, ""]}
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
