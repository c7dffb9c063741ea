"""Papers read back with the readers of others, and figures written as a Vietnamese reader expects them, in a few plain lines."""

import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import docx
import openpyxl
import pptx
import pypdfium2
from openpyxl.cell import Cell

from pages.exports import xlsx

Rows = list[tuple[str, ...]]
HEAD = 1 + xlsx.HEAD  # row of headings on a sheet, counted from 1


def grouped(value: Decimal, places: int) -> str:
    """102408.5 → "102.408,50"."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,.{places}f}".translate(str.maketrans(",.", ".,"))


def written(column: str, told: str | None) -> str:
    """A figure as the store's own SQL writes it, as papers must show it."""
    if told is None:
        return "—"
    if column.endswith("_on"):
        return f"{date.fromisoformat(told[:10]):%d/%m/%Y}"
    if column.endswith("_vnd"):
        million = Decimal(told) / 10**6
        return grouped(million, 0 if abs(million) >= 1 or not million else 3)
    if column.endswith("_share"):
        return grouped(Decimal(told) * 100, 2) + "%"
    return grouped(Decimal(told), 0) if column.endswith("_count") else told


def quantity(told: str | None, unit: str) -> str:
    """A target or a result in its own unit."""
    return "—" if told is None else grouped(Decimal(told), 2 if "%" in unit or Decimal(told) % 1 else 0)


def shown(cell: Cell) -> str:
    """What a Vietnamese Excel shows of a cell, by its number format."""
    value, look = cell.value, cell.number_format
    if isinstance(value, str) or look == "General":
        return str(value)
    if "yyyy" in look:
        return f"{value:%d/%m/%Y}"
    scaled = Decimal(str(value)) * (100 if look.endswith("%") else 1) / 1000 ** (len(look) - len(look.rstrip(",")))
    places = len(look.partition(".")[2].rstrip(",%"))
    return (grouped(scaled, places) if "#,##0" in look else f"{scaled:f}") + ("%" if look.endswith("%") else "")


def of_xlsx(content: bytes) -> Iterator[Rows]:
    """The lines of each table of a workbook, as its sheets show them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets[:-1]:  # the last tells the sources
        yield [tuple(shown(cell) for cell in row) for row in sheet.iter_rows(min_row=HEAD + 1)]


def of_docx(content: bytes) -> Iterator[Rows]:
    """The lines of each table of figures of a Word document; tables that only lay out its head and foot have no such style."""
    for table in docx.Document(io.BytesIO(content)).tables:
        if table.style.name == "Bảng số liệu":
            yield [
                tuple("".join(t.text or "" for t in cell.iter(docx.oxml.ns.qn("w:t"))) for cell in row.tc_lst)
                for row in table._tbl.tr_lst[1:]
            ]


def of_pptx(content: bytes) -> dict[str, Rows]:
    """The lines of each table of slides, by its key; it goes on over slides below, or beside, where its first column comes again."""
    parts: dict[str, dict[tuple[str, ...], Rows]] = {}
    for slide in pptx.Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_table:
                head, *rows = [tuple(cell.text for cell in row.tc_lst) for row in shape.table._tbl.tr_lst]
                parts.setdefault(shape.name.removeprefix("Bảng "), {}).setdefault(head, []).extend(rows)
    found = {}
    for key, groups in parts.items():
        first, *beside = groups.values()
        found[key] = [sum((cells[1:] for cells in rest), row) for row, *rest in zip(first, *beside, strict=True)]
    return found


def of_pdf(content: bytes) -> str:
    """All that a .pdf says, without white space."""
    document = pypdfium2.PdfDocument(content)
    return bare("".join(page.get_textpage().get_text_range() for page in document))


def bare(text: str) -> str:
    """Without white space and without the places where a long word may break."""
    return re.sub(r"[\s\u200b\ufffe\x02]+", "", text)
