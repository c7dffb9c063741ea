"""The child process that opens submitted files: `python -m data.intake.reader`. It may be killed at any time; it knows nothing but bytes.

One JSON request a line on stdin ({"path", "kind", limits}), one JSON answer a line on stdout (a grid, or {"fault": …}).
A process of its own, with a memory limit, because a hostile file can make any reader run away (docs/decisions.md).
"""

import datetime as dt
import sys
import unicodedata
import zipfile
from typing import Any
from xml.etree import ElementTree

import orjson
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.intake import grid

VERSION = "1"  # raise when the same bytes would read differently: the archive is then read again
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Fault(Exception):
    """Why a file cannot be read: a rule's name, and what was found."""


def read(path: str, kind: str, max_cells: int, max_rows: int) -> grid.Book:
    """The whole workbook as a grid. Raises Fault when it holds more than it may."""
    extras = _scan_ooxml(path, max_cells, max_rows) if kind == "ooxml" else {}
    book = grid.Book(external_links=_external_links(path) if kind == "ooxml" else 0)
    total = 0
    with CalamineWorkbook.from_path(path) as workbook:
        for n, meta in enumerate(workbook.sheets_metadata):
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            source = workbook.get_sheet_by_index(n)
            if source.total_height > max_rows:
                raise Fault("too_many_rows", meta.name, str(source.total_height))
            sheet = grid.Sheet(meta.name, meta.visible != SheetVisibleEnum.Visible)
            sheet.merged = [(*a, *b) for a, b in source.merged_cell_ranges or []]
            for r, row in enumerate(source.to_python(skip_empty_area=False)):
                for c, value in enumerate(row):
                    if value != "" and value is not None:
                        _put(sheet, (r, c), value)
            sheet.hidden_rows, sheet.uncached = extras.get(meta.name, (set(), set()))
            total += len(sheet.cells)
            if total > max_cells:
                raise Fault("too_many_cells", meta.name, str(total))
            book.sheets.append(sheet)
    return book


def _put(sheet: grid.Sheet, at: grid.Position, value: Any) -> None:
    if isinstance(value, (dt.datetime, dt.date)):
        sheet.dates.add(at)
        sheet.cells[at] = (value.date() if isinstance(value, dt.datetime) else value).isoformat()
    elif isinstance(value, (dt.time, dt.timedelta)):
        sheet.dates.add(at)
        sheet.cells[at] = str(value)
    elif isinstance(value, str):
        clean = "".join(
            ch for ch in unicodedata.normalize("NFC", value) if ch in "\n\t" or not unicodedata.category(ch).startswith("C") or ch == "\xad"
        )
        if clean.strip():
            sheet.cells[at] = clean
    else:
        sheet.cells[at] = value


def _external_links(path: str) -> int:
    with zipfile.ZipFile(path) as box:
        return sum(1 for name in box.namelist() if name.startswith("xl/externalLinks/externalLink") and name.endswith(".xml"))


def _scan_ooxml(path: str, max_cells: int, max_rows: int) -> dict[str, tuple[set[int], set[grid.Position]]]:
    """Sheet name → (hidden rows, formulas without a stored value): what calamine does not tell. Counts cells before anything large is built."""
    found: dict[str, tuple[set[int], set[grid.Position]]] = {}
    count = 0
    with zipfile.ZipFile(path) as box:
        names = set(box.namelist())
        targets = {}
        for rel in ElementTree.fromstring(box.read("xl/_rels/workbook.xml.rels")):
            target = rel.get("Target", "")
            targets[rel.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        for item in ElementTree.fromstring(box.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
            name, part = item.get("name", ""), targets.get(item.get(_REL), "")
            hidden: set[int] = set()
            uncached: set[grid.Position] = set()
            if part in names:
                with box.open(part) as xml:
                    for _, node in ElementTree.iterparse(xml):
                        if node.tag == f"{_MAIN}row":
                            row = int(node.get("r", "0")) - 1
                            if row >= max_rows:
                                raise Fault("too_many_rows", name, str(row + 1))
                            if node.get("hidden") in ("1", "true") and len(node):
                                hidden.add(row)
                            count += len(node)
                            if count > max_cells:
                                raise Fault("too_many_cells", name, str(count))
                            for cell in node:
                                value = cell.find(f"{_MAIN}v")
                                if (
                                    cell.find(f"{_MAIN}f") is not None
                                    and (value is None or not value.text)
                                    and cell.find(f"{_MAIN}is") is None
                                ):
                                    uncached.add(_position(cell.get("r", "A1")))
                            node.clear()
            found[name] = (hidden, uncached)
    return found


def _position(ref: str) -> grid.Position:
    letters = ref.rstrip("0123456789")
    column = 0
    for ch in letters:
        column = column * 26 + ord(ch) - 64
    return int(ref[len(letters) :]) - 1, column - 1


def _limit_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main() -> None:
    _limit_memory(int(sys.argv[1]))
    for line in sys.stdin.buffer:
        request = orjson.loads(line)
        try:
            answer = {"book": grid.to_json(read(**request))}
        except Fault as fault:
            answer = {"fault": list(fault.args)}
        except PasswordError:
            answer = {"fault": ["encrypted", "", ""]}
        except MemoryError:
            answer = {"fault": ["too_much_memory", "", ""]}
        except (
            CalamineError,
            ElementTree.ParseError,
            zipfile.BadZipFile,
            KeyError,
            ValueError,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as problem:
            answer = {"fault": ["broken", "", type(problem).__name__]}
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
