"""A table of a paper as the XML of Word, in the styles that the template names.

Rows are written as text and read once: python-docx, cell by cell, takes minutes where a report has a hundred pages of tables.
"""

from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.table import CT_Tbl
from docx.styles.style import ParagraphStyle

from pages.exports.printed import Printed
from pages.exports.template import BadTemplate

TABLE, HEAD, TEXT, FIGURE = "Bảng số liệu", "Đầu bảng", "Ô chữ", "Ô số"  # styles of the template, by the names that Word shows
NO_STYLE = "Mẫu Word thiếu kiểu (style) “{}”; thêm lại kiểu này, hoặc sửa từ mẫu gốc."
LONG = 600  # characters: a row with a longer text may run over to the next page, any other stays whole
TWENTIETHS = 20  # Word counts widths in twentieths of a point, sizes of letters in halves
HALVES = 2


class Look:
    """The styles of one template."""

    def __init__(self, document: Document) -> None:
        self._known = {style.name: style for style in document.styles}
        self.table = self._id(TABLE)
        self.cells = {True: self._id(FIGURE), False: self._id(TEXT)}
        self.head = self._id(HEAD)
        self._size = self._points(self._known[TEXT])

    def letters(self, size: float) -> str:
        """Run properties where a table asks for smaller letters than the template's; "" where those do."""
        size = min(size, self._size)
        return "" if size == self._size else f'<w:rPr><w:sz w:val="{size * HALVES:.0f}"/><w:szCs w:val="{size * HALVES:.0f}"/></w:rPr>'

    def _id(self, name: str) -> str:
        """Word renames the ids of styles as it saves, never their names."""
        if name not in self._known:
            raise BadTemplate(NO_STYLE.format(name))
        return str(self._known[name].style_id)

    def _points(self, style: ParagraphStyle | None) -> float:
        while style is not None and style.type == WD_STYLE_TYPE.PARAGRAPH:
            if style.font.size is not None:
                return style.font.size.pt
            style = style.base_style
        return 12.0


def table(told: Printed, look: Look, room: int) -> CT_Tbl:
    """The table, as wide as its room (twentieths of a point): a header row that comes back on every page, rows that are not torn apart."""
    widths = _shared_out(told.layout.widths, room)
    letters = look.letters(told.layout.size)
    styles = [look.cells[is_figure] for is_figure in told.to_right]
    head = _row(told.heads, widths, [look.head] * len(widths), letters, "<w:cantSplit/><w:tblHeader/>", is_kept=True)
    kept = {0, len(told.rows) - 2, len(told.rows) - 1}  # no row alone under the head or over the source, nor the source on its own
    rows = [_row(cells, widths, styles, letters, _whole(cells), is_kept=n in kept) for n, cells in enumerate(told.rows)]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{look.table}"/><w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{escape(told.finding, {chr(34): "&quot;"})}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )


def _row(cells: list[str], widths: list[int], styles: list[str], letters: str, properties: str, *, is_kept: bool) -> str:
    """`is_kept`: it stays on the page of what follows it."""
    kept = "<w:keepNext/>" if is_kept else ""
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>'
        f"<w:r>{letters}{_lines(cell)}</w:r></w:p></w:tc>"
        for cell, width, style in zip(cells, widths, styles, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{told}</w:tr>"


def _lines(cell: str) -> str:
    told = escape(cell, {"\n": "</w:t><w:br/><w:t xml:space='preserve'>", "\t": "</w:t><w:tab/><w:t xml:space='preserve'>"})
    return f'<w:t xml:space="preserve">{told}</w:t>'


def _whole(cells: list[str]) -> str:
    return "" if any(len(cell) > LONG for cell in cells) else "<w:cantSplit/>"


def _shared_out(shares: list[float], room: int) -> list[int]:
    """Whole twentieths of a point that add up to the room."""
    ends = [round(sum(shares[: n + 1]) / sum(shares) * room) for n in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
