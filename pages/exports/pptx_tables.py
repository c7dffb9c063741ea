"""Native tables on slides: as wide and as high as they will stand, so that rows, and where need be columns, go on over the next slide.

Lengths are in points.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Pt

from pages.exports import pptx_room, widths
from pages.exports.pptx_look import FONT, HEAD, INK
from pages.exports.printed import Printed

SIZES = (24, 20, 18, 16, 14)  # of the letters: the largest with which a table takes no more slides than with the last
SIDE, ABOVE = 5, 3  # empty room in a cell, left and right, above and below
NARROW, BROAD = 120, 300  # what a column of sentences needs at least, and wants before another gets more; at the smallest letters
HEAD_LINES = 2.6  # a heading takes three lines at most, which are never all full
EVENLY = (0.5, 0.6, 0.7, 0.8, 0.9)  # parts of the height tried, so that slides are filled alike
GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # the style "No Style, Table Grid": prints in grey as it looks


@dataclass(frozen=True)
class Sheet:
    """What of a table stands on one slide: texts by row, the first row the heading."""

    rows: list[list[str]]
    widths: list[float]
    heights: list[float]
    right: list[bool]  # columns of figures stand to the right
    size: int


def sheets(told: Printed, width: float, first: float, later: float) -> list[Sheet]:
    """The slides of a table: `first` is the height it has on the first of them, `later` on those that follow."""
    fewest = [*_of_size(told, width, first, later, SIZES[-1])]
    for size in SIZES[:-1]:
        if len(told.rows) * (pptx_room.height(1, size) + 2 * ABOVE) <= len(fewest) * later:  # else it cannot be
            made = [*_of_size(told, width, first, later, size)]
            if len(made) == len(fewest):
                return made
    return fewest


def _of_size(told: Printed, width: float, first: float, later: float, size: int) -> Iterator[Sheet]:
    for number, group in enumerate(_groups(told, width, size)):
        yield from _pages(told, group, later if number else first, later, size)


def draw(slide: Slide, sheet: Sheet, left: float, top: float, *, name: str, alt: str) -> None:
    """The table on its slide; `alt` says in words what it shows. Rows are written as text and read once: cell by cell it takes minutes."""
    frame = slide.shapes.add_table(1, len(sheet.widths), Pt(left), Pt(top), Pt(sum(sheet.widths)), Pt(sum(sheet.heights)))
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = GRID
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Pt(width)
    table._tbl.remove(table._tbl.tr_lst[0])
    for number, (cells, height) in enumerate(zip(sheet.rows, sheet.heights, strict=True)):
        aligned = ["ctr" if number == 0 else "r" if is_right else "l" for is_right in sheet.right]
        told = "".join(_cell(words, align, sheet.size, is_head=number == 0) for words, align in zip(cells, aligned, strict=True))
        table._tbl.append(parse_xml(f'<a:tr {nsdecls("a")} h="{Pt(height)}">{told}</a:tr>'))


def _cell(words: str, align: str, size: int, *, is_head: bool) -> str:
    letters = (
        f'<a:rPr lang="vi-VN" sz="{size * 100}" b="{int(is_head)}"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill>'
        f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:rPr>'
    )
    told = "".join(f'<a:p><a:pPr algn="{align}"/><a:r>{letters}<a:t>{escape(line)}</a:t></a:r></a:p>' for line in words.split("\n"))
    fill = f'<a:solidFill><a:srgbClr val="{HEAD}"/></a:solidFill>' if is_head else ""
    edges = f'marL="{Pt(SIDE)}" marR="{Pt(SIDE)}" marT="{Pt(ABOVE)}" marB="{Pt(ABOVE)}" anchor="ctr"'
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{told}</a:txBody><a:tcPr {edges}>{fill}</a:tcPr></a:tc>"


Group = tuple[list[int], list[float]]  # columns by their place, and how wide each is


def _groups(told: Printed, room: float, size: int) -> list[Group]:
    """The columns that stand side by side; where not all do, the first one is repeated before those that follow."""
    needs = [_needed(head, [row[n] for row in told.rows], told.to_right[n], room, size) for n, head in enumerate(told.heads)]
    groups: list[list[int]] = [[]]
    for place, (least, *_) in enumerate(needs):
        if groups[-1] and sum(needs[n][0] for n in groups[-1]) + least > room:
            groups.append([0])
        groups[-1].append(place)
    steps = [[[needs[n][step] for n in places] for step in range(3)] for places in groups]
    return [(places, widths.shared(room, *of)) for places, of in zip(groups, steps, strict=True)]


def _needed(head: str, texts: list[str], is_right: bool, room: float, size: int) -> tuple[float, float, float]:
    """How wide a column must be, how wide it reads well, and how wide it would like to be."""
    words = max(pptx_room.longest_word(head, size, bold=True), pptx_room.width(head, size, bold=True) / HEAD_LINES)
    told = max((pptx_room.width(text, size) for text in texts), default=0.0)
    longest = max((pptx_room.longest_word(text, size) for text in texts), default=0.0)
    least = max(words, told if is_right else min(told, max(longest, NARROW * size / SIZES[-1])))
    wished = max(words, told)
    edges = 2 * SIDE + 4
    return min(least + edges, room / 2), min(max(least, min(wished, BROAD * size / SIZES[-1])) + edges, room), min(wished + edges, room)


def _pages(told: Printed, group: Group, first: float, later: float, size: int) -> list[Sheet]:
    """Rows slide by slide under the same heading; a row higher than a slide is cut into several."""
    places, lengths = group
    right = [told.to_right[n] for n in places]
    head, *body = [[row[n] for n in places] for row in (told.heads, *told.rows)]
    top = _height(head, lengths, size, bold=True)
    cut = [part for whole in body for part in _cut(whole, lengths, min(first, later) - top, size)]
    rows = [(row, _height(row, lengths, size)) for row in cut]
    pages = _filled(rows, first - top, later - top)
    evenly = (_filled(rows, (first - top) * part, (later - top) * part) for part in EVENLY)
    pages = next((even for even in evenly if len(even) == len(pages)), pages)  # no slide with one row left over
    return [Sheet([head, *(row for row, _ in page)], lengths, [top, *(height for _, height in page)], right, size) for page in pages]


Row = tuple[list[str], float]  # its texts, and how high it is


def _filled(rows: list[Row], first: float, later: float) -> list[list[Row]]:
    """The rows slide by slide, as many on each as its height has room for."""
    pages: list[list[Row]] = [[]]
    for row in rows:
        room = first if len(pages) == 1 else later
        if pages[-1] and sum(height for _, height in pages[-1]) + row[1] > room:
            pages.append([])
        pages[-1].append(row)
    return pages


def _height(row: list[str], lengths: list[float], size: int, *, bold: bool = False) -> float:
    most = max(len(pptx_room.lines(text, width - 2 * SIDE, size, bold=bold)) for text, width in zip(row, lengths, strict=True))
    return pptx_room.height(most, size) + 2 * ABOVE


def _cut(row: list[str], lengths: list[float], room: float, size: int) -> list[list[str]]:
    """A row as rows that fit on a slide each: its texts go on in the next."""
    most = max(1, int((room - 2 * ABOVE) / pptx_room.height(1, size)))
    fallen = [pptx_room.lines(text, width - 2 * SIDE, size) for text, width in zip(row, lengths, strict=True)]
    count = -(-max(len(lines) for lines in fallen) // most)
    if count == 1:
        return [row]
    return [[" ".join(lines[n * most : (n + 1) * most]) for lines in fallen] for n in range(count)]
