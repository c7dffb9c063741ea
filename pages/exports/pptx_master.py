"""The master of the slides: 16:9, our letters and places, the foot; an office can change it in PowerPoint for all slides at once."""

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.util import Pt

from pages.exports.pptx_look import BOTTOM, DIM, FONT, FOOT, FRONT, HEIGHT, INK, MARGIN, ROOM, TITLE, TOP, UNDER, WIDTH

COVER, CONTENT = "Title Slide", "Title Only"  # the layouts used, by the names of the library's template
NUMBER = 50  # how wide the number of the slide is
PLACES = {
    PP_PLACEHOLDER.TITLE: (MARGIN, TITLE[0], ROOM, TITLE[1]),
    PP_PLACEHOLDER.BODY: (MARGIN, TOP, ROOM, BOTTOM - TOP),
    PP_PLACEHOLDER.FOOTER: (MARGIN, FOOT[0], ROOM - NUMBER, FOOT[1]),
    PP_PLACEHOLDER.SLIDE_NUMBER: (WIDTH - MARGIN - NUMBER, FOOT[0], NUMBER, FOOT[1]),
    PP_PLACEHOLDER.CENTER_TITLE: (MARGIN, FRONT[0], ROOM, FRONT[1]),
    PP_PLACEHOLDER.SUBTITLE: (MARGIN, UNDER[0], ROOM, UNDER[1]),
}
LETTERS = {  # size, bold, alignment, anchor
    PP_PLACEHOLDER.TITLE: (30, True, "l", MSO_ANCHOR.TOP),
    PP_PLACEHOLDER.FOOTER: (12, False, "l", MSO_ANCHOR.TOP),
    PP_PLACEHOLDER.SLIDE_NUMBER: (12, False, "r", MSO_ANCHOR.TOP),
    PP_PLACEHOLDER.CENTER_TITLE: (40, True, "ctr", MSO_ANCHOR.BOTTOM),
    PP_PLACEHOLDER.SUBTITLE: (24, False, "ctr", MSO_ANCHOR.TOP),
}


def dress(file: Presentation) -> None:
    """Size, places and letters; layouts that are not used are left out."""
    file.slide_width, file.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(file.slide_layouts):
        if layout.name not in (COVER, CONTENT):
            file.slide_layouts.remove(layout)
    for part in file.part.package.iter_parts():
        if "/theme/" in str(part.partname):
            part.blob = part.blob.replace(b'latin typeface="Calibri"', f'latin typeface="{FONT}"'.encode())
    for sheet in (file.slide_master, *file.slide_layouts):
        for shape in list(sheet.placeholders):
            kind = shape.placeholder_format.type
            if kind in PLACES:
                shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in PLACES[kind])
                _lettered(shape, kind)
            else:
                sheet.shapes._spTree.remove(shape._element)  # the date: the day of the figures stands in the stamp


def _lettered(shape: BaseShape, kind: PP_PLACEHOLDER) -> None:
    """How the text of a placeholder looks on all slides that have it; body text is left as it is."""
    if kind not in LETTERS:
        return
    size, bold, align, anchor = LETTERS[kind]
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = anchor
    style = frame._txBody.find(qn("a:lstStyle"))
    for old in list(style):
        style.remove(old)
    style.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} algn="{align}" marL="0" indent="0"><a:buNone/><a:defRPr sz="{size * 100}" b="{int(bold)}">'
            f'<a:solidFill><a:srgbClr val="{INK if bold else DIM}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )
