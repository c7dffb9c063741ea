"""A native chart in a Word document: that of the slides (pages.exports.pptx_charts) in smaller letters, with the workbook behind it."""

import re

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Pt
from pptx import Presentation

from pages.exports import pptx_charts
from pages.exports.paper import Chart
from pages.exports.pptx_look import FONT
from pages.exports.printed import text

BARE = 6  # the layout of a slide without anything on it
SMALLER = 0.66  # letters on paper against those on a slide
LETTERS = re.compile(rb'(?<= sz=")\d+(?=")')
PAPER_FONT = "Times New Roman"
HEIGHT, ROW, TALLEST = 195, 18, 560  # points: of a chart, of a bar with what stands beside it, and of a chart at most


def put(document: Document, paragraph: CT_P, chart: Chart, room: int) -> None:
    """Draw the chart in this paragraph, as wide as its room (in the units of python-docx)."""
    height = Pt(min(max(HEIGHT, len(chart.answer) * len(chart.series) * ROW if chart.kind == "bars" else 0), TALLEST))
    rows = chart.answer.reset_index(drop=True)
    slide = (deck := Presentation()).slides.add_slide(deck.slide_layouts[BARE])
    pptx_charts.draw(slide, chart, rows, (0, 0, Length(room).pt, height.pt))
    drawn = slide.shapes[-1].chart.part
    package = document.part.package
    number = 1 + sum("/word/charts/" in str(part.partname) for part in package.iter_parts())
    whole = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, _on_paper(drawn.blob), package)
    for key, relation in drawn.rels.items():  # its workbook
        book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, relation.target_part.blob, package)
        whole.load_rel(relation.reltype, book, key)
    run = paragraph.add_r()
    run.append(_frame(document.part.relate_to(whole, RELATIONSHIP_TYPE.CHART), number, room, height, text(chart.alt)))


def _on_paper(xml: bytes) -> bytes:
    smaller = LETTERS.sub(lambda size: str(round(int(size[0]) * SMALLER)).encode(), xml)
    return smaller.replace(f'"{FONT}"'.encode(), f'"{PAPER_FONT}"'.encode())


def _frame(relation: str, number: int, room: int, height: int, alt: str) -> BaseOxmlElement:
    frame: BaseOxmlElement = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "c", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{room}" cy="{height}"/><wp:docPr id="{number}" name="Biểu đồ {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{nsmap["c"]}">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    frame.find(f".//{qn('wp:docPr')}").set("descr", alt)  # set as data: quotes in it would end an attribute
    return frame
