"""Looking through .ods before it is read: OpenDocument writes repeated rows and cells once, with a count that may be anything."""

import zipfile
from xml.etree import ElementTree

from data.intake.grid import Position
from data.intake.scan import COLUMNS, Extra, Meter, is_error

_T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"


def scan(path: str, meter: Meter) -> dict[str, Extra]:
    """Sheet name → its oddities. Raises Fault when the workbook holds more than it may."""
    found: dict[str, Extra] = {}
    extra, at, column = Extra(), 0, 0
    with zipfile.ZipFile(path) as box, box.open("content.xml") as xml:
        for event, node in ElementTree.iterparse(xml, ("start", "end")):
            if event == "start" and node.tag == f"{_T}table":
                extra, at, column = found.setdefault(node.get(f"{_T}name", ""), Extra()), 0, 0
                meter.sheet(node.get(f"{_T}name", ""))
            elif event == "end" and node.tag == f"{_T}table":
                meter.end()
            elif event == "end" and node.tag == f"{_T}table-column":
                first, column = column, column + _count(node, "number-columns-repeated")
                if node.get(f"{_T}visibility") in ("collapse", "filter"):
                    extra.hidden_columns.update(range(first, min(column, COLUMNS)))
            elif event == "end" and node.tag == f"{_T}table-row":
                at += _row(node, at, extra, meter)
                node.clear()
    return found


def _row(node: ElementTree.Element, at: int, extra: Extra, meter: Meter) -> int:
    """Note what is odd about one row; how many rows it stands for."""
    times = _count(node, "number-rows-repeated")
    column, spans = 0, []
    filled: list[int] = []
    for cell in node:
        repeated = _count(cell, "number-columns-repeated")
        if _is_filled(cell):
            meter.row(at, [column + repeated - 1], 0)  # a far column is told before it is counted out
            filled += range(column, column + min(repeated, 100_000))
            spans.append((cell, column))
        column += repeated
    meter.row(at, filled, times)
    hidden = node.get(f"{_T}visibility") in ("collapse", "filter")
    for row in range(at, at + times) if filled else ():
        if hidden:
            extra.hidden_rows.add(row)
        for cell, first in spans:
            _look(cell, (row, first), extra)
    return times


def _look(cell: ElementTree.Element, at: Position, extra: Extra) -> None:
    text = "".join("".join(p.itertext()) for p in cell.findall(_TEXT))
    formula = cell.get(f"{_T}formula")
    if cell.get(_KIND) == "error" or (formula and is_error(text)):
        extra.errors[at] = text if is_error(text) else "#N/A"
    elif formula and cell.get(f"{_O}value-type") is None:
        extra.uncached.add(at)
    down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if down * across > 1:
        extra.merged.append((at[0], at[1], at[0] + down - 1, at[1] + across - 1))


def _is_filled(cell: ElementTree.Element) -> bool:
    return cell.get(f"{_O}value-type") is not None or cell.get(f"{_T}formula") is not None or cell.find(_TEXT) is not None


def _count(node: ElementTree.Element, name: str) -> int:
    return max(1, int(node.get(f"{_T}{name}", "1")))
