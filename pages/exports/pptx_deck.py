"""The bare slides of a paper: title, number and stamp in the foot of each, in letters that fit their place. Lengths are in points."""

import copy
import io
from collections.abc import Iterable

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from pages.exports import pptx_master, pptx_room, stamped
from pages.exports.paper import Paper
from pages.exports.pptx_look import BOTTOM, DIM, FONT, INK, KICKER, MARGIN, ORANGE, ROOM, UNDER, WIDTH
from pages.exports.printed import text

TITLES = ((30, 2), (28, 2), (26, 2), (22, 3), (20, 3), (18, 3), (16, 4))  # size of the letters, lines that have room in it
FRONTS, SUBTITLES = ((40, 2), (32, 3), (24, 4), (20, 5)), ((24, 2), (20, 3), (18, 3), (15, 4))
STAMP_SIZES = (14, 12, 11, 10)  # of the stamp in full on the cover
SMALL, BADGE = 14, 165  # size of what stands above the title; how wide is what says that figures are invented
AGAIN = "(tiếp theo)"
PROPERTY = 255  # characters that a property of the file may have
AT_THE_FOOT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
Box = tuple[float, float, float, float]  # left, top, width, height


class Deck:
    """A presentation under way."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.file = Presentation()
        self._stamp = stamped.line(paper.stamp)
        self._told = [f"{name}: {words}" for name, words in stamped.lines(paper.stamp)]
        pptx_master.dress(self.file)

    def slide(self, title: str, *, is_more: bool = False, kicker: str = "", notes: Iterable[str] = ()) -> Slide:
        """A new slide under its title, which says the finding; `is_more` where it goes on from the slide before.

        `kicker` is the part of the paper it belongs to, `notes` are the speaker's, to which title and stamp in full are added.
        """
        slide = self._new(pptx_master.CONTENT)
        fitted(slide.shapes.title.text_frame, title, TITLES, bold=True, more=f" {AGAIN}" if is_more else "")
        if kicker:
            texts(slide, (MARGIN, KICKER[0], ROOM - BADGE, KICKER[1]), [kicker], SMALL, colour=DIM, bold=True, name="Phần")
        self._noted(slide, [title, *notes])
        return slide

    def cover(self) -> None:
        """The first slide: what it is, from whom, and the stamp in full."""
        slide = self._new(pptx_master.COVER)
        fitted(slide.shapes.title.text_frame, self.paper.title, FRONTS, bold=True)
        fitted(slide.placeholders[1].text_frame, self.paper.subtitle, SUBTITLES)
        issued_by = [self.paper.office.authority.upper(), self.paper.office.name.upper()]
        texts(slide, (MARGIN, 40, ROOM, 90), issued_by, 18, bold=True, name="Cơ quan", align=PP_ALIGN.CENTER)
        most = BOTTOM - sum(UNDER)
        high = {size: pptx_room.height(sum(len(pptx_room.lines(line, ROOM, size)) for line in self._told), size) for size in STAMP_SIZES}
        size = next((size for size in STAMP_SIZES if high[size] <= most), STAMP_SIZES[-1])
        texts(slide, (MARGIN, BOTTOM - high[size], ROOM, high[size]), self._told, size, colour=DIM, name="Nguồn số liệu")
        self._noted(slide, [self.paper.title])

    def written(self) -> bytes:
        """The file as it stands."""
        about, paper = self.file.core_properties, self.paper
        told = [text(words)[:PROPERTY] for words in (paper.title, paper.office.name, paper.subtitle, self._stamp)]
        about.title, about.author, about.subject, about.comments = told
        about.language = "vi-VN"
        content = io.BytesIO()
        self.file.save(content)
        return content.getvalue()

    def _new(self, layout: str) -> Slide:
        slide = self.file.slides.add_slide(self.file.slide_layouts.get_by_name(layout))
        for shape in slide.slide_layout.placeholders:  # a slide does not take these over by itself
            if shape.placeholder_format.type in AT_THE_FOOT:
                slide.shapes._spTree.append(copy.deepcopy(shape._element))
        for shape in slide.placeholders:
            if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
                shape.text_frame.text = self._stamp
        if self.paper.stamp.is_sample:
            box = (WIDTH - MARGIN - BADGE, KICKER[0], BADGE, KICKER[1])
            texts(slide, box, [stamped.SAMPLE.upper()], SMALL, colour=ORANGE, bold=True, name="Tính chất", align=PP_ALIGN.RIGHT)
        return slide

    def _noted(self, slide: Slide, notes: Iterable[str]) -> None:
        every = dict.fromkeys(line for line in [*notes, *self._told] if line)
        slide.notes_slide.notes_text_frame.text = text("\n".join(every))


def fitted(frame: TextFrame, words: str, sizes: tuple[tuple[int, int], ...], *, bold: bool = False, more: str = "") -> None:
    """A text in the largest letters in which it has room, with `more` at its end; one that has none is cut (the notes have all of it)."""
    words = text(words)
    fitting = (size for size, most in sizes if len(pptx_room.lines(words + more, ROOM, size, bold=bold)) <= most)
    size = next(fitting, None)
    if size is None:
        size, most = sizes[-1]
        words = " ".join(pptx_room.lines(words, ROOM, size, bold=bold)[:most])[: -len(more) - 3] + "…"
    frame.text = words + more
    for paragraph in frame.paragraphs:
        paragraph.font.size = Pt(size)


def texts(
    slide: Slide, box: Box, told: Iterable[str], size: float, *,
    name: str, colour: RGBColor = INK, bold: bool = False, align: PP_ALIGN = PP_ALIGN.LEFT, space: float = 0,
) -> None:  # fmt: skip
    """Paragraphs in a box of their own; `space` stands after each."""
    shape = slide.shapes.add_textbox(*(Pt(length) for length in box))
    shape.name, frame = name, shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    for number, line in enumerate(told):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = text(line)
        paragraph.space_after, paragraph.alignment = Pt(space), align
        paragraph.font.size, paragraph.font.bold = Pt(size), bold
        paragraph.font.color.rgb, paragraph.font.name = colour, FONT
