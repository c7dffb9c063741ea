"""The .pdf of a paper: what it says is what the screen and the Word template say; equal papers are equal bytes."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import docx as python_docx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from pages.exports import docx, pdf
from pages.exports.paper import Paper, Section, Table
from pages.exports.template import BadTemplate
from pages.parts import formats
from tests.exports.printed_paper import HOSTILE, LETTERS, NARROW, OFFICE, STAMP, TEMPLATE, WIDE, money, told, whole, words


def test_every_cell_stands_in_it_as_on_screen_and_every_sentence(printed_paper, document):
    text = whole(document)
    for section in printed_paper.every_section():
        assert section.is_annex or words(section.heading) in text
        assert section.chart is None or words(f"Biểu đồ: {section.chart.alt}") in text
        for table in section.tables:
            assert words(table.finding) in text
            cells = {formats.said(column, row[column]) for column in table.columns for row in table.answer.to_dict("records")}
            assert len(cells) >= 20
            assert [cell for cell in cells if words(cell) not in text] == []
    assert "Đơnvịtính:triệuđồng" in text


def test_submitted_text_is_printed_as_typed(document):
    assert words(HOSTILE) in whole(document)


def test_all_letters_of_vietnamese_are_drawn_and_found_composed(document):
    assert words(LETTERS) in whole(document)
    assert b"pdfaid" in pdf.write(saying(LETTERS))  # a letter without a shape is not let into PDF/A


def saying(sentence: str) -> Paper:
    return Paper("mot-cau", "Một câu", "", (Section("a", "", said=(sentence,)),), STAMP, replace(OFFICE, signer=""))


def test_a_letter_that_the_fonts_lack_does_not_stop_a_paper():
    content = pdf.write(saying("Bà ខ្មែរ và \ue000 ở xã"))
    assert "và" in told(pypdfium2.PdfDocument(content)[0])
    assert b"pdfaid" not in content
    assert b"pdfaid" in pdf.write(saying("Bà Khmer ở xã"))


def test_figures_that_are_real_are_not_called_samples(printed_paper):
    real = pypdfium2.PdfDocument(pdf.write(replace(printed_paper, stamp=replace(STAMP, is_sample=False)), TEMPLATE))
    assert "minhhọa" not in whole(real).lower()


def test_it_says_what_the_word_template_says_around_the_sections(document):
    first, text = told(document[0]), whole(document)
    for line in ("UBND TỈNH SÓC TRĂNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: ……/BC-SLĐTBXH"):
        assert line in first
    assert "Sóc Trăng, ngày …… tháng …… năm ………" in first
    assert words("Thực hiện công tác giám sát Chương trình") in text
    assert words("Trên đây là báo cáo kết quả giám sát") in text
    assert words("(Kèm theo Báo cáo số ……/BC-SLĐTBXH ngày") in text
    assert words("Nơi nhận:") + words("- Ủy ban nhân dân tỉnh (báo cáo);- Lưu: VT.") in text
    assert "GIÁMĐỐC" in text
    assert words("Đánh giá của cơ quan: .....") in text


def test_it_says_all_that_the_word_document_says(printed_paper, document):
    written = python_docx.Document(io.BytesIO(docx.write(printed_paper, TEMPLATE)))
    cells = [cell for table in written.tables for row in table.rows for cell in row.cells]
    said = {paragraph.text for place in (written, *cells) for paragraph in place.paragraphs}
    text, blank = re.sub(r"[.…]{2,}", "", whole(document)), re.compile(r"[.…\t]{2,}|\t")
    assert len(said) > 300
    assert [sentence for sentence in said if words(blank.sub("", sentence)) not in text] == []


def test_a_template_that_word_cannot_open_is_said(printed_paper):
    with pytest.raises(BadTemplate):
        pdf.write(printed_paper, b"not a template")


def test_it_can_be_kept_found_and_read_aloud(written, document):
    assert b"<pdfaid:part>2<" in written
    assert b"<pdfuaid:part>1<" in written
    assert document.get_metadata_dict()["Title"] == "Báo cáo"
    assert document.get_metadata_dict()["CreationDate"] == "D:20250102030405Z"
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert [(entry.level, entry.get_title()) for entry in document.get_toc()] == [
        (0, "I. Chỉ đạo"),
        (0, "II. Vốn"),
        (1, "1. Vướng mắc"),
        (0, "Phụ lục I"),
        (0, "Phụ lục II"),
    ]


def test_the_same_paper_is_the_same_bytes_and_its_time_is_the_stamps(printed_paper, written):
    assert pdf.write(printed_paper, TEMPLATE) == written
    for same in (STAMP.at.replace(microsecond=7), STAMP.at.replace(tzinfo=None)):  # as a store says when it was built
        assert pdf.write(replace(printed_paper, stamp=replace(STAMP, at=same)), TEMPLATE) == written
    assert pdf.write(replace(printed_paper, stamp=replace(STAMP, at=datetime(2025, 1, 3, tzinfo=UTC))), TEMPLATE) != written


def test_a_table_from_the_screen_has_no_letterhead_and_lies_on_its_side_where_it_is_wide():
    finding = "Vốn vướng mắc nhiều nhất"
    tables = {columns: Table("bang", finding, columns, money(30)) for columns in (NARROW, WIDE)}
    for columns, table in tables.items():
        content = pdf.write(
            Paper("bang", "Giải ngân", "Toàn tỉnh", (Section("bang", finding, tables=(table,)),), STAMP, replace(OFFICE, signer=""))
        )
        document = pypdfium2.PdfDocument(content)
        text = whole(document)
        assert b"pdfaid" in content
        assert {page.get_width() > page.get_height() for page in document} == {columns == WIDE}
        assert text.count(words(finding)) == 1
        for absent in ("CỘNGHÒA", "Nơinhận", "Phụlục", "Bảng1"):
            assert absent not in text


def test_a_table_without_rows_says_so():
    table = Table("trong", "Chưa ai nộp", NARROW, money(1).head(0))
    text = told(pypdfium2.PdfDocument(pdf.write(Paper("a", "A", "", (Section("a", "Chưa ai nộp", tables=(table,)),), STAMP, OFFICE)))[0])
    assert "Kế hoạch vốn" in text
    assert "Chưa có dòng nào." in text
