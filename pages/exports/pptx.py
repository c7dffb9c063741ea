"""A paper as slides (.pptx): 16:9, each slide under its finding, charts and tables native and editable, the stamp in every foot.

A section is a slide, or as many as its content takes: sentences beside its chart or above its table, a table over several slides with its
heading repeated, what a person must write as lines to write on. Nothing overlaps and nothing leaves a slide.
"""

from collections.abc import Iterable
from itertools import accumulate

from pages.exports import pptx_charts, pptx_room, pptx_tables
from pages.exports.paper import Chart, Paper, Section, Table
from pages.exports.pptx_deck import Deck, texts
from pages.exports.pptx_look import BOTTOM, DIM, MARGIN, ROOM, TOP
from pages.exports.printed import MONEY_UNIT, NO_ROWS, printed, text
from pages.exports.still import still

BODY, ASIDE, SMALL = 20, 18, 14  # sizes of letters: of sentences, of those beside a chart, of what says the unit of figures
BESIDE = 290  # how wide the sentences beside a chart are
GAP, SPACE = 24, 10  # between chart and sentences, after a sentence
HIGH = BOTTOM - TOP
MOST_SAID = 0.5  # of a slide: what sentences may take above a table; longer ones have a slide of their own before it
UNIT = 20  # how high the line is that says in what unit figures are
MONEY = f"Đơn vị tính: {MONEY_UNIT}"
WRITING = "…" * 42  # a line to write on


def write(paper: Paper) -> bytes:
    """The slides of a paper; the same bytes for the same paper. A paper of one section, such as a table, has no cover."""
    deck = Deck(paper)
    if len(list(paper.every_section())) > 1:
        deck.cover()
    for section in paper.sections:
        _section(deck, section, "")
    return still(deck.written(), paper.stamp.at)


def _section(deck: Deck, section: Section, kicker: str) -> None:
    """What a section says, then its parts, then what a person must write in it; a heading alone is no slide."""
    said, tables = [text(sentence) for sentence in section.said], list(section.tables)
    if section.chart:
        _chart(deck, section.chart, section.heading, kicker, said)
    elif tables and _height(said) <= HIGH * MOST_SAID:
        first = tables.pop(0)
        _table(deck, section.heading, first, kicker, said + [text(first.finding)] * (first.finding != section.heading))
    else:
        _sentences(deck, section.heading, said, kicker)
    for table in tables:
        _table(deck, table.finding, table, kicker, [])
    for part in section.parts:
        _section(deck, part, section.heading)
    _sentences(deck, section.heading, [f"{text(prompt)}\n{WRITING}" for prompt in section.blanks], kicker)


def _chart(deck: Deck, chart: Chart, title: str, kicker: str, said: list[str]) -> None:
    """The chart with sentences beside it; sentences that do not fit there have a slide of their own after it."""
    beside = _fitting(said, BESIDE, ASIDE)
    is_money = any(column.endswith("_vnd") for _, column in chart.series)
    width, top = ROOM - (BESIDE + GAP if beside else 0), TOP + (UNIT if is_money else 0)
    for number, rows in enumerate(pptx_charts.parts(chart)):
        slide = deck.slide(title, is_more=number > 0, kicker=kicker, notes=[*said, chart.alt])
        if is_money:
            texts(slide, (MARGIN, TOP, width, UNIT), [MONEY], SMALL, name="Đơn vị tính", colour=DIM)
        pptx_charts.draw(slide, chart, rows, (MARGIN, top, width, BOTTOM - top))
        if beside:
            texts(slide, (MARGIN + width + GAP, TOP, BESIDE, _height(beside, BESIDE, ASIDE)), beside, ASIDE, name="Nhận định", space=SPACE)
    if rest := said[len(beside) :]:
        _sentences(deck, title, rest, kicker, is_more=True)


def _sentences(deck: Deck, title: str, said: list[str], kicker: str, behind: str = "", *, is_more: bool = False) -> None:
    left = [part for sentence in said for part in _parted(sentence)]
    while left:
        here = _fitting(left)
        left = left[len(here) :]
        slide = deck.slide(title, is_more=is_more, kicker=kicker, notes=[*here, behind])
        texts(slide, (MARGIN, TOP, ROOM, _height(here)), here, BODY, name="Nhận định", space=SPACE)
        is_more = True


def _parted(sentence: str) -> list[str]:
    """A text longer than a slide, in pieces that are not."""
    most = int((HIGH - SPACE) / pptx_room.height(1, BODY))
    fallen = pptx_room.lines(sentence, ROOM, BODY)
    return [sentence] if len(fallen) <= most else [" ".join(fallen[at : at + most]) for at in range(0, len(fallen), most)]


def _table(deck: Deck, title: str, table: Table, kicker: str, said: list[str]) -> None:
    """A table over its slides; what is said stands above it on the first."""
    told = printed(table)
    if not told.rows:
        _sentences(deck, title, [*said, NO_ROWS], kicker, table.behind)
        return
    unit, above = UNIT if told.money_unit else 0, _height(said)
    for number, sheet in enumerate(pptx_tables.sheets(told, ROOM, HIGH - above - unit, HIGH - unit)):
        slide = deck.slide(title, is_more=number > 0, kicker=kicker, notes=[*said, told.finding, told.behind])
        top = TOP + (above if number == 0 else 0)
        if top > TOP:
            texts(slide, (MARGIN, TOP, ROOM, above), said, BODY, name="Nhận định", space=SPACE)
        if unit:
            texts(slide, (MARGIN, top, ROOM, unit), [MONEY], SMALL, name="Đơn vị tính", colour=DIM)
        pptx_tables.draw(slide, sheet, MARGIN, top + unit, name=f"Bảng {table.key}", alt=told.finding)


def _height(said: Iterable[str], room: float = ROOM, size: int = BODY) -> float:
    return sum(pptx_room.height(len(pptx_room.lines(sentence, room, size)), size) + SPACE for sentence in said)


def _fitting(said: list[str], room: float = ROOM, size: int = BODY) -> list[str]:
    """The first sentences that fit on a slide."""
    reached = accumulate(_height([sentence], room, size) for sentence in said)
    return [sentence for sentence, height in zip(said, reached, strict=True) if height <= HIGH]
