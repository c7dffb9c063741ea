"""Looking through .xlsx and .xlsm before they are read: Excel's own XML, row by row, in little memory."""

import zipfile
from xml.etree import ElementTree

from data.intake.grid import Position
from data.intake.scan import COLUMNS, Extra, Fault, Meter


def scan(path: str, meter: Meter) -> dict[str, Extra]:
    """Sheet name → its oddities. Raises Fault when the workbook holds more than it may."""
    found: dict[str, Extra] = {}
    with zipfile.ZipFile(path) as box:
        names = set(box.namelist())
        targets = {}
        for rel in ElementTree.fromstring(box.read("xl/_rels/workbook.xml.rels")):
            target = rel.get("Target", "")
            targets[rel.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        for item in ElementTree.fromstring(box.read("xl/workbook.xml")).iter():
            if _local(item) == "sheet":
                name = item.get("name", "")
                part = targets.get(next((v for k, v in item.attrib.items() if k.endswith("}id")), ""), "")
                meter.sheet(name)
                found[name] = _sheet(box, part, meter) if part in names else Extra()
                meter.end()
        if not found:
            raise Fault("broken")
    return found


def external_links(path: str) -> int:
    with zipfile.ZipFile(path) as box:
        return sum(1 for name in box.namelist() if name.startswith("xl/externalLinks/externalLink") and name.endswith(".xml"))


def _sheet(box: zipfile.ZipFile, part: str, meter: Meter) -> Extra:
    extra = Extra()
    at = -1
    with box.open(part) as xml:
        for _, node in ElementTree.iterparse(xml):
            if _local(node) == "col" and (node.get("hidden") in ("1", "true") or node.get("width") in ("0", "0.0")):
                first = max(1, int(node.get("min", "1")))
                extra.hidden_columns.update(range(first - 1, min(int(node.get("max", first)), COLUMNS)))
            if _local(node) != "row":
                continue
            at = int(node.get("r", at + 2)) - 1
            column, filled = -1, []
            for cell in node:
                ref = cell.get("r", "")
                column = _column(ref) if ref else column + 1
                if _look(cell, (at, column), extra):
                    filled.append(column)
            meter.row(at, filled)
            if filled and node.get("hidden") in ("1", "true"):
                extra.hidden_rows.add(at)
            node.clear()
    return extra


def _look(cell: ElementTree.Element, at: Position, extra: Extra) -> bool:
    """Note what is odd about one cell; whether it holds anything."""
    inside = {_local(child): child for child in cell}
    value, kind = inside.get("v"), cell.get("t")
    text = (value.text or "") if value is not None else ""
    if kind == "e":
        extra.errors[at] = text or "#N/A"
    elif "f" in inside and not text and kind != "str":  # an empty text is a value: what ="" gives
        extra.uncached.add(at)
    return bool(text) or "f" in inside or "is" in inside


def _local(node: ElementTree.Element) -> str:
    """The tag without its namespace: strict and transitional workbooks have different ones."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _column(ref: str) -> int:
    column = 0
    for letter in ref.rstrip("0123456789").upper():
        column = column * 26 + ord(letter) - 64
    return column - 1
