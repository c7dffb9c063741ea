"""A paper as .docx: a Word template of the office (Nghị định 30/2020/NĐ-CP), filled in; tables and charts where its tags stand.

Tables of an annex, and those too wide for an upright page, stand after the signature, each on pages of its own, where the template has
a place for annexes (the tag `annexes`); where it has none, they stand in the text, and for a wide one the whole paper lies on its side.
"""

import secrets
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from pages.exports import docx_chart, docx_table
from pages.exports.framed import tags
from pages.exports.paper import Chart, Paper, Section, Table
from pages.exports.printed import NO_ROWS, Printed, printed, text
from pages.exports.still import still
from pages.exports.template import BadTemplate, filled, opened, written

ANNEXES = "annexes"
NOT_PLACED = "Mẫu Word thiếu thẻ đặt bảng ({{ table.rows }}): văn bản còn %d bảng chưa có chỗ."
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
TWIP = 635  # of the units in which python-docx counts lengths
PROPERTY = 255  # letters that a property of a file may have


def write(paper: Paper, template: bytes) -> bytes:
    """The paper in its template. Raises BadTemplate. Equal papers in equal templates are equal bytes."""
    told = _Told(any(ANNEXES in paragraph.text for paragraph in opened(template).element.body.iter(qn("w:p"))))
    sections = told.sections(paper.sections, 1)
    document = filled(template, tags(paper) | {"sections": sections, ANNEXES: told.annexes})
    _put(document, told)
    about = document.core_properties
    about.author, about.title = text(paper.office.name)[:PROPERTY], text(f"{paper.title} {paper.subtitle}".strip())[:PROPERTY]
    return still(written(document), paper.stamp.at)


class _Told:
    """What sections say, as tags; tables, charts and the beginnings of annexes as marks, which no submitted text can guess."""

    def __init__(self, has_annexes: bool) -> None:
        self.has_annexes = has_annexes
        self._mark = secrets.token_hex(8)
        self.places: dict[str, Printed | Chart] = {}
        self.turns: dict[str, bool] = {}  # mark → whether the pages that follow lie on their side
        self.annexes: list[dict[str, Any]] = []

    @property
    def lies_on_its_side(self) -> bool:
        return not self.has_annexes and any(isinstance(what, Printed) and what.layout.is_wide for what in self.places.values())

    def sections(self, sections: tuple[Section, ...], level: int) -> list[dict[str, Any]]:
        """Sections and their parts in the order of reading, but those that are annexes."""
        made = []
        for section in sections:
            said = [text(sentence) for sentence in section.said]
            if section.is_annex and self.has_annexes and section.tables:
                for n, table in enumerate(section.tables):
                    self._table(table, said if n == 0 else [], is_annex=True)
                continue
            made.append({
                "level": level,
                "heading": text(section.heading),
                "said": said,
                "chart": self._placed(section.chart) if section.chart else "",
                "chart_title": text(section.chart.alt) if section.chart else "",
                "tables": [self._table(table) for table in section.tables],
                "blanks": [text(blank) for blank in section.blanks],
            })  # fmt: skip
            made += self.sections(section.parts, level + 1)
        return made

    def _table(self, table: Table, said: list[str] | None = None, *, is_annex: bool = False) -> dict[str, Any]:
        told = printed(table)
        is_annex = is_annex or (self.has_annexes and told.layout.is_wide)
        made = {
            "annex": roman(len(self.annexes) + 1) if is_annex else "",
            "finding": told.finding,
            "said": said or [],
            "money_unit": told.money_unit,
            "rows": self._placed(told),
            "behind": told.behind,
        }
        if is_annex:
            made["turn"] = f"{self._mark}-{len(self.annexes)}-turn"
            self.turns[made["turn"]] = told.layout.is_wide
            self.annexes.append(made)
        return made

    def _placed(self, what: Printed | Chart) -> str:
        mark = f"{self._mark}-{len(self.places)}"
        self.places[mark] = what
        return mark


def roman(number: int) -> str:
    """4 → "IV", as annexes are numbered."""
    return next((letters + roman(number - value) for value, letters in ROMAN if number >= value), "")


def _put(document: Document, told: _Told) -> None:
    """Tables and charts in the place of their marks; new pages where a mark says so."""
    look, placed = docx_table.Look(document), set()
    if told.lies_on_its_side:
        _lay(document, on_its_side=True)
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        mark = paragraph.text.strip()
        if mark in told.turns:
            _new_pages(paragraph, document, on_its_side=told.turns[mark])
        elif mark in told.places:
            placed.add(mark)
            what = told.places[mark]
            if isinstance(what, Chart):
                docx_chart.put(document, _emptied(paragraph), what, _room(document))
            else:
                paragraph.addprevious(docx_table.table(what, look, _room(document) // TWIP))
                _after_a_table(_emptied(paragraph), what)
    if missing := [mark for mark, what in told.places.items() if isinstance(what, Printed) and mark not in placed]:
        raise BadTemplate(NOT_PLACED % len(missing))  # charts an office may leave out: their figures stand in tables


def _emptied(paragraph: CT_P) -> CT_P:
    for run in list(paragraph.r_lst):
        paragraph.remove(run)
    return paragraph


def _after_a_table(paragraph: CT_P, told: Printed) -> None:
    """Where no text follows, a paragraph stays: Word joins tables that touch."""
    following = paragraph.getnext()
    if not told.rows:
        paragraph.add_r().text = NO_ROWS
    elif following is not None and following.tag == qn("w:p"):
        paragraph.getparent().remove(paragraph)


def _room(document: Document) -> int:
    """Between the margins, in the units of python-docx."""
    pages = document.sections[-1]
    return pages.page_width - pages.left_margin - pages.right_margin


def _new_pages(paragraph: CT_P, document: Document, *, on_its_side: bool) -> None:
    """End the pages so far at this paragraph; those that follow, up to the next such place, are counted from 1."""
    properties = document.element.body.get_or_add_sectPr()
    _emptied(paragraph).get_or_add_pPr().append(deepcopy(properties))
    _lay(document, on_its_side=on_its_side)
    count = properties.find(qn("w:pgNumType"))
    if count is None:
        count = OxmlElement("w:pgNumType")
        properties.find(qn("w:pgMar")).addnext(count)
    count.set(qn("w:start"), "1")


def _lay(document: Document, *, on_its_side: bool) -> None:
    """The last pages of the document upright or on their side."""
    pages = document.sections[-1]
    across, along = sorted((pages.page_width, pages.page_height))
    pages.orientation = WD_ORIENTATION.LANDSCAPE if on_its_side else WD_ORIENTATION.PORTRAIT
    pages.page_width, pages.page_height = (along, across) if on_its_side else (across, along)
