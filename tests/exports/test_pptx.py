"""What slides hold: native charts with their figures and workbook, tables over slides, the stamp on each, and nothing beyond the edge."""

import io
import os
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from pages.exports import pptx, pptx_room, stamped
from pages.exports.paper import Section, Table
from pages.parts import formats
from pages.parts.headings import HEADINGS
from tests.exports.slide_paper import HOSTILE, LONG, SHOWN, STAMP, money, paper, slides, texts, title, under, written


def test_slides_are_sixteen_to_nine_and_each_has_title_number_stamp_and_notes():
    size = slides()[0].part.package.presentation_part.presentation
    assert abs(size.slide_width / size.slide_height - 16 / 9) < 0.001
    for slide in slides():
        assert title(slide)
        kinds = {shape.placeholder_format.type.name: shape for shape in slide.placeholders}
        assert kinds["FOOTER"].text_frame.text == stamped.line(STAMP)
        assert kinds["SLIDE_NUMBER"]._element.find(f".//{qn('a:fld')}").get("type") == "slidenum"
        assert "SỐ LIỆU MINH HỌA" in texts(slide)
        assert STAMP.digest in slide.notes_slide.notes_text_frame.text and STAMP.behind in slide.notes_slide.notes_text_frame.text
    cover = " ".join(texts(slides()[0]))
    assert all(words in cover for words in (STAMP.digest, STAMP.frozen, STAMP.behind, "ỦY BAN NHÂN DÂN TỈNH", "Họp giao ban"))


def test_nothing_leaves_a_slide_and_nothing_lies_over_something_else():
    size = slides()[0].part.package.presentation_part.presentation
    for slide in slides():
        boxes = {shape.name: (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height) for shape in slide.shapes}
        assert len(boxes) == len(slide.shapes)
        for name, (left, top, right, bottom) in boxes.items():
            assert 0 <= left < right <= size.slide_width and 0 <= top < bottom <= size.slide_height, (title(slide), name)
        for (one, a), (other, b) in combinations(boxes.items(), 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (title(slide), one, other)


def test_texts_stay_within_their_boxes():
    for slide in slides():
        for shape in slide.shapes:
            if shape.has_text_frame and not shape.is_placeholder:
                told = shape.text_frame.paragraphs
                size = told[0].font.size.pt
                lines = sum(len(pptx_room.lines(p.text, shape.width.pt, size, bold=bool(p.font.bold))) for p in told)
                space = sum(p.space_after.pt for p in told)
                assert pptx_room.height(lines, size) + space <= shape.height.pt + 3, (title(slide), shape.name)


def test_sentences_are_large_and_tables_no_smaller_than_can_be_read():
    for slide in slides()[1:]:
        for shape in slide.shapes:
            if shape.name == "Nhận định":
                assert min(p.font.size.pt for p in shape.text_frame.paragraphs) >= 18
            if shape.has_table:
                assert min(int(run.get("sz")) for run in shape._element.iter(qn("a:rPr"))) >= 1400


def test_a_long_table_goes_on_under_its_heading_without_losing_a_row():
    pages = under("Bảng dai")
    tables = [shape.table for slide in pages for shape in slide.shapes if shape.has_table]
    assert len(pages) == len(tables) > 1 and [title(slide).endswith("(tiếp theo)") for slide in pages] == [False] + [True] * (
        len(pages) - 1
    )
    rows = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    assert {tuple(of[0]) for of in rows} == {("Tên", "Kế hoạch vốn", "Tỷ lệ giải ngân")}
    answer = money(60).to_dict("records")
    columns = ("short_name", "planned_vnd", "disbursed_share")
    assert [row for of in rows for row in of[1:]] == [
        [formats.said(c, r[c]).replace("\x07", "").replace("\x0b", "") for c in columns] for r in answer
    ]
    assert [len(of) for of in rows[:-1]] and len(rows[-1]) > 2  # no slide with one row left over
    assert all(table.first_row and not table.horz_banding for table in tables)
    assert "Một câu." in " ".join(texts(pages[0])) and "Một câu." not in " ".join(texts(pages[1]))
    assert all("Tính đến 15/11/2024." in slide.notes_slide.notes_text_frame.text for slide in pages)


def test_a_row_higher_than_a_slide_goes_on_and_no_word_of_it_is_lost():
    cells = [
        row.cells[2].text for slide in under("Bảng chu") for shape in slide.shapes if shape.has_table for row in list(shape.table.rows)[1:]
    ]
    told = [formats.said("explanation", text) for text in money(12)["explanation"]]
    assert " ".join(" ".join(cells).split()) == " ".join(" ".join(told).replace("\x07", "").replace("\x0b", "").split())
    assert len(cells) > 12


def test_columns_that_have_no_room_stand_on_a_slide_of_their_own_beside_the_first():
    heads = [[cell.text for cell in shape.table.rows[0].cells] for slide in under("Bảng rong") for shape in slide.shapes if shape.has_table]
    groups = dict.fromkeys(tuple(head) for head in heads)
    assert len(groups) > 1 and {first for first, *_ in groups} == {"Tên"}
    named = {HEADINGS[c] for c in money(1).columns.drop(["is_behind", "short_name"])}
    assert [name for _, *names in groups for name in names] == list(dict.fromkeys(name for _, *names in groups for name in names))
    assert {name for _, *names in groups for name in names} == named


def test_an_empty_table_says_so():
    (slide,) = under("Bảng trong")
    assert "Chưa có dòng nào." in "\n".join(texts(slide)) and not any(shape.has_table for shape in slide.shapes)


def test_what_was_sent_stays_text_on_every_slide():
    every = [text for slide in slides() for text in texts(slide)]
    assert sum(SHOWN in text for text in every) > 4 and not any(HOSTILE in text for text in every)


def test_a_long_title_is_cut_and_stands_in_the_notes_in_full():
    first, *more = [slide for slide in slides() if title(slide).startswith("Câu rất dài")]
    assert title(first).endswith("…") and more and all(title(slide).endswith("… (tiếp theo)") for slide in more)
    assert all(LONG.strip() in slide.notes_slide.notes_text_frame.text for slide in (first, *more))
    told = " ".join(
        text for slide in (first, *more) for shape in slide.shapes if shape.name == "Nhận định" for text in [shape.text_frame.text]
    )
    assert (told.count("Câu này dài hơn"), told.count("dài ") - 36) == (36, 1999)


def test_what_people_must_write_has_lines_to_write_on_at_the_end():
    pages = under("Kết luận")
    told = [
        p.text.split("\v") for slide in pages for shape in slide.shapes if shape.name == "Nhận định" for p in shape.text_frame.paragraphs
    ]
    assert told[0] == ["Đề nghị."] and [prompt[:11] for prompt, _ in told[1:]] == [f"Kết luận {n}:" for n in range(1, 9)]
    assert all(set(line) == {"…"} for _, line in told[1:])


def test_the_same_paper_is_the_same_file_and_one_table_has_no_cover():
    assert pptx.write(paper()) == written()
    table = Table("mot", "Từng đơn vị", ("short_name", "planned_vnd"), money(5), "Tính đến 15/11/2024.")
    alone = paper(Section("mot", "Từng đơn vị", tables=(table,)))
    (slide,) = Presentation(io.BytesIO(pptx.write(alone))).slides
    assert title(slide) == "Từng đơn vị" and texts(slide).count("Từng đơn vị") == 1
    live = replace(alone, stamp=replace(STAMP, frozen="", is_sample=False))
    (slide,) = Presentation(io.BytesIO(pptx.write(live))).slides
    assert "SỐ LIỆU MINH HỌA" not in texts(slide)


@pytest.mark.service
def test_an_office_program_opens_it_and_prints_every_slide_in_vietnamese(tmp_path: Path):
    office = shutil.which("soffice")
    assert office, "this test needs the program soffice; on Debian: apt-get install libreoffice-impress"
    (tmp_path / "slides.pptx").write_bytes(written())
    settings = f"-env:UserInstallation={(tmp_path / 'settings').as_uri()}"
    command = [office, settings, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "slides.pptx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=os.environ | {"HOME": str(tmp_path)})
    with pypdfium2.PdfDocument(tmp_path / "slides.pdf") as printed:
        pages = [page.get_textpage().get_text_range() for page in printed]
    assert len(pages) == len(slides())
    for page, slide in zip(pages, slides(), strict=True):  # letters a font lacks come from another one, and are read after its others
        missing = Counter(bare(title(slide) + stamped.line(STAMP))) - Counter(bare(page))
        assert not missing, (title(slide), missing)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
