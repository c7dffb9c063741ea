"""The layout of the .docx, unzipped: what Nghị định 30/2020/NĐ-CP asks of pages, letters, numbers of pages and days."""

import io
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.text.paragraph import Paragraph

from data.definitions import papers
from pages.exports import docx as exported
from tests.exports.whole_paper import EVERY, MM, NOTICE, OFFICIAL, PROFILE, REPORT, STAMP, W, paper, parts, words, written


@pytest.fixture(scope="module")
def report() -> docx.document.Document:
    return docx.Document(io.BytesIO(written(REPORT)))


def paragraphs(document: docx.document.Document) -> Iterator[Paragraph]:
    """Those of the body, and those of the letterhead and the signature, which are tables without lines."""
    yield from document.paragraphs
    for table in document.tables:
        if table.style.name != "Bảng số liệu":
            yield from (paragraph for cell in table.rows[0].cells for paragraph in cell.paragraphs)


def look(document: docx.document.Document, beginning: str) -> tuple[float, bool, bool, object]:
    """How a paragraph looks by its style: size, bold, italic, alignment."""
    found = [p for p in paragraphs(document) if p.text.startswith(beginning)]
    assert found, beginning
    style = found[0].style
    assert not [run for run in found[0].runs if run.font.size], (
        "the look comes from the style, so that the office can change it in one place"
    )
    return style.font.size.pt, bool(style.font.bold), bool(style.font.italic), style.paragraph_format.alignment


@pytest.mark.parametrize("name", EVERY)
def test_every_page_is_a4_with_the_margins_of_the_decree(name):
    pages = list(parts(written(name))["word/document.xml"].iter(f"{W}sectPr"))
    assert len(pages) == (3 if name in OFFICIAL else 1), "the text, an annex upright, an annex on its side"
    for page in pages:
        size, margins = (
            page.find(f"{W}pgSz"),
            {side: int(page.find(f"{W}pgMar").get(f"{W}{side}")) for side in ("top", "bottom", "left", "right")},
        )
        is_lying = size.get(f"{W}orient") == "landscape"
        across, along = int(size.get(f"{W}w")), int(size.get(f"{W}h"))
        assert (along, across) == (11906, 16838) if is_lying else (across, along) == (11906, 16838)
        assert all(20 * MM - 1 <= margins[side] <= 25 * MM + 1 for side in ("top", "bottom"))
        assert 30 * MM - 1 <= margins["left"] <= 35 * MM + 1 and 15 * MM - 1 <= margins["right"] <= 20 * MM + 1


@pytest.mark.parametrize("name", EVERY)
def test_every_letter_is_times_new_roman(name):
    found = 0
    for part, root in parts(written(name)).items():
        for fonts in root.iter(f"{W}rFonts"):
            named = {key.removeprefix(W): value for key, value in fonts.attrib.items()}
            assert set(named) >= {"ascii", "hAnsi", "eastAsia", "cs"} and set(named.values()) == {"Times New Roman"}, part
            found += 1
        for letters in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}latin"):
            assert letters.get("typeface") == "Times New Roman", part
    assert found > 20
    assert parts(written(name))["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts") is not None
    assert "word/theme/theme1.xml" not in parts(written(name)), "a theme would bring letters of its own"


def test_letters_have_the_size_weight_and_place_that_the_decree_gives_them(report):
    assert look(report, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == (12, True, False, ALIGN.CENTER)
    assert look(report, "Độc lập - Tự do - Hạnh phúc") == (13, True, False, ALIGN.CENTER)
    assert look(report, "UBND TỈNH SÓC TRĂNG") == (12, False, False, ALIGN.CENTER)
    assert look(report, "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI") == (12, True, False, ALIGN.CENTER)
    assert look(report, "Số: ……/BC-SLĐTBXH") == (13, False, False, ALIGN.CENTER)
    assert look(report, "Sóc Trăng, ngày …… tháng …… năm") == (13, False, True, ALIGN.CENTER)
    assert look(report, "BÁO CÁO") == (14, True, False, ALIGN.CENTER)
    assert look(report, "Kết quả giám sát năm 2024") == (14, True, False, ALIGN.CENTER)
    assert look(report, "I. Chỉ đạo")[:3] == (14, True, False)
    assert look(report, "Nơi nhận:")[:3] == (12, True, True) and look(report, "- Lưu: VT.")[:3] == (11, False, False)
    assert look(report, "GIÁM ĐỐC") == (14, True, False, ALIGN.CENTER)
    body = next(p for p in report.paragraphs if p.text == "Số liệu đúng hạn.").style
    assert body.font.size.pt in (13, 14) and body.paragraph_format.alignment == ALIGN.JUSTIFY
    assert 1.0 <= round(body.paragraph_format.first_line_indent.cm, 2) <= 1.27 and body.paragraph_format.space_before.pt >= 6
    assert 1 <= body.paragraph_format.line_spacing <= 1.5


def test_a_rule_stands_under_the_motto_as_long_as_it_and_shorter_ones_under_the_office_and_the_title():
    document = parts(written(REPORT))["word/document.xml"]
    rules = [p for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}pBdr/{W}top") is not None and not words(p)]
    letterhead, (left, right) = (
        next(document.iter(f"{W}tbl")),
        [int(c.get(f"{W}w")) for c in next(document.iter(f"{W}tbl")).iter(f"{W}gridCol")],
    )
    long = [
        room - 56 - sum(int(rule.find(f"{W}pPr/{W}ind").get(f"{W}{side}")) for side in ("left", "right"))
        for room, rule in zip((left, right, 9354 + 56), rules, strict=True)
    ]
    assert len(list(letterhead.iter(f"{W}pBdr"))) == 2
    office, motto, _ = long
    assert 3616 / 3 <= office <= 3616 / 2, "the first line of the name, 12 points bold, in twentieths of a point"
    assert motto == pytest.approx(3143, abs=20), "the motto in 13 points bold"


def test_the_page_number_stands_in_the_middle_of_the_top_but_not_on_the_first_page(report):
    for pages in report.sections:
        assert pages.different_first_page_header_footer
        numbered = [p for p in pages.header.paragraphs if " PAGE " in p._p.xml]
        assert len(numbered) == 1 and numbered[0].style.paragraph_format.alignment == ALIGN.CENTER
        assert numbered[0].style.font.size.pt in (13, 14)
        assert "PAGE" not in pages.first_page_header._element.xml
    counts = [pages._sectPr.find(f"{W}pgNumType") for pages in report.sections]
    assert [None if c is None else c.get(f"{W}start") for c in counts] == [None, "1", "1"], "an annex counts its own pages"


def test_every_page_says_what_kind_of_figures_it_holds_and_where_they_come_from(report):
    for pages in report.sections:
        for head in (pages.header, pages.first_page_header):
            assert any("SỐ LIỆU MINH HỌA" in p.text for p in head.paragraphs)
        for foot in (pages.footer, pages.first_page_footer):
            assert (
                "Số liệu đến 05/02/2024 · bản chốt “Giao ban tháng 02/2024” · phiên bản abc123 · mã 0123456789ab" in foot.paragraphs[0].text
            )
    assert STAMP.digest in "\n".join(p.text for p in report.paragraphs)
    real = replace(paper(), stamp=replace(STAMP, is_sample=False))
    for root in parts(exported.write(real, papers.paper(REPORT))).values():
        assert "minh họa" not in words(root).lower()


def test_days_below_ten_and_the_first_two_months_have_a_leading_zero():
    for name in (REPORT, PROFILE, NOTICE):
        assert "số liệu tính đến ngày 05 tháng 02 năm 2024" in words(parts(written(name))["word/document.xml"])


def test_what_people_must_write_is_left_open(report):
    place = next(n for n, p in enumerate(report.paragraphs) if p.text.startswith("Đánh giá của cơ quan:"))
    for paragraph in report.paragraphs[place : place + 2]:
        assert paragraph.text.endswith("\t") and [stop.leader for stop in paragraph.style.paragraph_format.tab_stops] == [1], (
            "dots to the margin"
        )
    assert "Mẫu đề xuất, đối chiếu Phụ lục II Thông tư 10/2022/TT-BLĐTBXH trước khi dùng chính thức" in "\n".join(
        p.text for p in report.paragraphs
    )
