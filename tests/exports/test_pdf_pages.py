"""The pages of a .pdf: laid out by Nghị định 30/2020/NĐ-CP, their tables readable, their fonts inside, a hundred of them at once."""

import ctypes
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import ImageFont

from pages.exports import pdf, widths
from pages.exports.paper import Section, Table
from pages.exports.printed import printed
from pages.parts import formats
from pages.parts.headings import HEADINGS
from tests.exports.printed_paper import NARROW, STAMP, WIDE, money, told, whole, words

FONTS = Path(pdf.__file__).with_name("fonts")
MM = 72 / 25.4


def test_the_head_of_a_table_comes_back_on_each_of_its_pages(document):
    heads = words("".join(HEADINGS[column] for column in NARROW))
    with_rows = [n for n, page in enumerate(document) if re.search(r"Đơn vị thứ \d+ 114", told(page))]
    assert len(with_rows) >= 2
    assert all(heads in words(told(document[n])) for n in with_rows)


def test_a_row_is_not_torn_apart(document):
    pages = [words(told(page)) for page in document]
    for n in range(12):
        begun, ended = (
            next(place for place, text in enumerate(pages) if words(part) in text) for part in (f"Lý do {n}:", f".xlsx hết {n}")
        )
        assert begun == ended


def at_the_top(page: pypdfium2.PdfPage) -> str:
    return page.get_textpage().get_text_bounded(bottom=page.get_height() - 20 * MM).strip()


def test_pages_are_counted_at_the_top_but_not_on_the_first_and_annexes_by_themselves(document):
    counted = [re.sub(r"\D", "", at_the_top(page)) for page in document]
    begins = [0, *(n for n, page in enumerate(document) if re.search(r"Phụ lục I+\r", told(page)))]
    assert len(begins) == 3
    for start, end in pairwise([*begins, len(document)]):
        assert counted[start:end] == ["", *map(str, range(2, end - start + 1))]
    assert [end - start >= 2 for start, end in pairwise(begins)] == [True, True]
    number = next(c for c in letters(document[1]) if c.text == "2" and c.top > document[1].get_height() - 20 * MM)
    assert abs((number.left + number.right) / 2 - (30 + 210 - 16) / 2 * MM) < 4


def test_pages_are_a4_with_the_margins_of_the_decree(document):
    for page in document:
        across, high = page.get_size()
        assert {round(across), round(high)} == {595, 842}
        found = letters(page)
        assert min(c.left for c in found) >= 29.5 * MM
        assert max(c.right for c in found) <= across - 15 * MM
        body = [c for c in found if c.bottom > 21 * MM and c.top < high - 20 * MM]
        assert len(body) > 100
    on_their_side = [page.get_width() > page.get_height() for page in document]
    assert on_their_side == ["Kiến nghị" in told(page) for page in document]  # a column of the wide table
    assert True in on_their_side


class Letter:
    def __init__(self, text: str, box: tuple[float, float, float, float]) -> None:
        self.text, (self.left, self.bottom, self.right, self.top) = text, box


def letters(page: pypdfium2.PdfPage) -> list[Letter]:
    text = page.get_textpage()
    every = [Letter(text.get_text_range(n, 1), text.get_charbox(n)) for n in range(text.count_chars())]
    return [letter for letter in every if letter.text.strip()]


def test_every_page_says_where_its_figures_come_from(document):
    for page in document:
        assert "SỐ LIỆU MINH HỌA" in told(page)
        assert "bản chốt “Giao ban tháng 12/2024” · phiên bản a5660dfd076d · mã 0123456789ab" in told(page)
    assert "10:04ngày02/01/2025" in whole(document)
    assert words(STAMP.digest) in whole(document)


def test_pages_drawn_are_not_blank(document):
    for page in document:
        grey = page.render(scale=0.6).to_pil().convert("L")
        ink = sum(grey.histogram()[:128]) / (grey.width * grey.height)
        assert 0.005 < ink < 0.2


@pytest.mark.parametrize("columns", [NARROW, WIDE, WIDE[:9], ("unit_name", "explanation"), ("planned_vnd",) * 14])
def test_no_column_is_narrower_than_its_longest_word(columns):
    layout, told = (got := printed(Table("a", "", columns, money(80)))).layout, got
    font = ImageFont.truetype(str(FONTS / "LiberationSerif-Bold.ttf"), 100)
    room = widths.LANDSCAPE if layout.is_wide else widths.PORTRAIT
    for place, head in enumerate(told.heads):
        points = room * layout.widths[place] / sum(layout.widths) - widths.INSET
        for cell in (head, *(row[place] for row in told.rows)):
            for word in re.split(r"[\s\u200b]", widths.breakable(cell)):
                assert font.getlength(word) / 100 * layout.size <= points + 0.5, word


def test_a_hundred_pages_come_out_and_a_longer_paper_asks_no_more_of_each_row(printed_paper, monkeypatch):
    asked, told_before = [], formats.said
    monkeypatch.setattr(formats, "said", lambda column, value: asked.append(column) or told_before(column, value))
    rows, parts, wanted = money(160), 27, 3
    sections = [Section(f"phan-{n}", f"Phần {n}", tables=(Table(f"bang-{n}", f"Bảng {n}", NARROW, rows),)) for n in range(parts)]
    pdf.told(replace(printed_paper, sections=tuple(sections[:wanted])))
    assert len(asked) == wanted * len(rows) * len(NARROW)
    asked.clear()
    document = pypdfium2.PdfDocument(pdf.write(replace(printed_paper, sections=tuple(sections))))
    assert len(asked) == parts * len(rows) * len(NARROW)
    assert len(document) >= 100
    assert [words("Kế hoạch vốn") in words(told(document[n])) for n in (0, 1, 50, 98)] == [True] * 4


def test_fonts_are_inside_and_are_those_that_are_shipped(document):
    used = {}
    for page in document:
        for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(drawn.raw)
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            used[name.value.decode()] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    assert {name.split("+")[-1] for name in used} == {
        "LiberationSerif",
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif-BoldItalic",
    }
    assert all(used.values())


@pytest.mark.parametrize(("columns", "is_wide"), [(NARROW, False), ((*NARROW, "explanation"), False), (WIDE[:11], True)])
def test_texts_have_room_to_be_read_in_if_need_be_on_a_page_on_its_side(columns, is_wide):
    layout = printed(Table("a", "", columns, money(20))).layout
    assert layout.is_wide == is_wide
    room = widths.LANDSCAPE if is_wide else widths.PORTRAIT
    texts = [place for place, column in enumerate(columns) if column in ("unit_name", "explanation")]
    for place in texts:
        assert (room * layout.widths[place] / sum(layout.widths) - widths.INSET) / layout.size >= 6
