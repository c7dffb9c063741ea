"""What a unit typed arrives as the text it is in every paper: never a formula, a field, a tag, a link or layout."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx as word
import openpyxl
import pandas as pd
import pptx as slides
import pytest

from pages.exports import docx, pdf, pptx, stamped, xlsx
from pages.exports.paper import Office, Paper, Section, Stamp, Table
from pages.parts import formats
from tests.exports import reading_back
from tests.exports.reading_back import bare

TEMPLATES = Path(__file__).parents[2] / "data/definitions/papers"
SHORT = [
    "=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "'=1+1", '=HYPERLINK("http://x.vn","a")',
    "{{ 7*7 }}", "{% for a in b %}", "{%p if x %}", "{# ẩn #}", "{{r x }}", "}}", "#set page(width: 1pt)", "$ x $", "*đậm* _nghiêng_",
    "@preview/x:1.0.0", "// chú thích", "<w:p/>", "</w:t><w:fldSimple w:instr='DATE'/>", "]]>", "&lt;b&gt; & &amp;", "<script>x</script>",
    "PAGE \\* MERGEFORMAT", "_x000D_", "https://x.vn", "file:///etc/passwd", "a\x00b\x07c\x1bd", "\u202eđảo ngược\u202c",
    "Ngô Thị \u200bẨn", "1,5;2\"3", "—", "0", "\u2028dòng", "Nguyễn Văn Ổn",
]  # fmt: skip
LONG = ["dài " * 9_000, "x" * 40_000]
RIGHT_TO_LEFT = "שלום עולם"
NOT_IN_PRINT = re.compile("[\u202e＝]")  # read back in another order; in no font that is shipped
FORMULAS = ("=", "+", "-", "@", "＝", "\t", "\r", "\n")


def paper(texts: list[str]) -> Paper:
    """A paper that says each text in a cell, a finding, a sentence, a heading, a prompt, and the first one everywhere else."""
    rows = pd.DataFrame({"unit_short_name": texts, "explanation": texts, "file_name": texts, "planned_vnd": [1_500_000_000] * len(texts)})
    whole = Table("bang", texts[0], tuple(rows.columns), rows, texts[0])
    small = [Table(f"nho-{n}", text, ("unit_short_name",), rows.head(1), text) for n, text in enumerate(texts)]
    sections = [Section("chung", texts[0], tuple(texts), (whole,), blanks=tuple(texts))]
    sections += [Section(table.key, table.finding, (table.finding,), (table,)) for table in small]
    stamp = Stamp(texts[0], texts[0], date(2024, 11, 15), "a" * 64, "b" * 64, datetime(2024, 11, 20, tzinfo=UTC), texts[0], True)
    office = Office(*(texts[0],) * 4, recipients=tuple(texts), signer=texts[0], abbreviation="")
    return Paper("thu", texts[0], texts[0], tuple(sections), stamp, office)


HOSTILE, INNOCENT = paper(SHORT), paper([f"chữ {n}" for n in range(len(SHORT))])
CELLS = [text or "—" for text in map(stamped.printable, SHORT)]


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist() if name.endswith((".xml", ".rels"))}


def told(xml: dict[str, str], pattern: str) -> list[str]:
    """Every place in a file that does something, as fields, links and formulas do."""
    return sorted(found for text in xml.values() for found in re.findall(pattern, text))


def test_a_workbook_has_no_formula_no_link_and_the_texts_as_they_are():
    content = xlsx.write(HOSTILE)
    assert not told(parts(content), r"<f[ >/]|<hyperlink|externalLink|TargetMode")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=reading_back.HEAD + 1))
    assert [row[1].value for row in rows] == CELLS == [row[2].value for row in rows]
    assert {cell.data_type for row in rows for cell in row} == {"s", "n"}
    assert sheet["A1"].value == CELLS[0]


def test_a_cell_that_would_become_a_formula_when_somebody_edits_it_is_marked_as_text():
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.write(HOSTILE))).worksheets[0]
    for cell in (row[1] for row in sheet.iter_rows(min_row=reading_back.HEAD + 1)):
        assert cell.quotePrefix == cell.value.startswith((*FORMULAS, "'")), cell.value


def test_a_text_too_long_for_a_cell_says_that_it_goes_on():
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.write(paper(LONG)))).worksheets[0]
    for number, text in enumerate(LONG, reading_back.HEAD + 1):
        assert sheet.cell(number, 2).value == text[: xlsx.CELL - 1] + "…"


@pytest.mark.parametrize("template", ["bang-so.docx", "bao-cao-giam-sat.docx", "ho-so-don-vi.docx", "thong-bao-ket-luan.docx"])
def test_a_word_document_has_the_fields_of_its_template_and_the_texts_as_they_are(template):
    words = (TEMPLATES / template).read_bytes()
    content, innocent = (docx.write(made, words) for made in (HOSTILE, INNOCENT))
    does = r"<w:instrText[^<]*<|<w:fldSimple[^>]*>|<w:hyperlink|<w:altChunk|TargetMode=.External.[^>]*|<w:object|<w:sdt>"
    assert told(parts(content), does) == told(parts(innocent), does)
    assert [row[1] for row in next(reading_back.of_docx(content))] == [text.replace("\n", "").replace("\t", "") for text in CELLS]
    said = bare("".join(p.text for p in word.Document(io.BytesIO(content)).element.body.iter(word.oxml.ns.qn("w:p"))))
    assert not [text for text in CELLS if bare(text) not in said]


def test_slides_have_no_field_or_link_of_anybody_and_the_texts_as_they_are():
    content, innocent = pptx.write(HOSTILE), pptx.write(INNOCENT)
    does = r"<a:fld [^>]*type=\"\w+\"|hlinkClick[^>]*|TargetMode=.External.[^>]*"
    assert set(told(parts(content), does)) == set(told(parts(innocent), does))
    cells = [row[1] for row in reading_back.of_pptx(content)["bang"]]
    assert [bare(cell) for cell in cells] == [bare(text) for text in CELLS]
    frames = [
        shape.text_frame.text for slide in slides.Presentation(io.BytesIO(content)).slides for shape in slide.shapes if shape.has_text_frame
    ]
    said = bare("".join(frames))
    assert not [text for text in CELLS if bare(text) not in said]


@pytest.mark.parametrize("signer", ["", "Giám đốc"])
def test_print_says_the_texts_as_they_are(signer):
    made = replace(HOSTILE, office=replace(HOSTILE.office, signer=signer))
    words = (TEMPLATES / "bao-cao-giam-sat.docx").read_bytes() if signer else None
    said = reading_back.of_pdf(pdf.write(made, words))
    missing = [text for text in CELLS if said.count(bare(text)) < 5 and not NOT_IN_PRINT.search(text)]
    assert not missing
    assert "49" not in said


def test_a_csv_has_no_cell_that_may_start_a_formula():
    rows = HOSTILE.sections[0].tables[0].answer
    lines = list(
        csv.reader(
            io.StringIO(formats.csv(rows, ("unit_short_name", "explanation"), tuple(SHORT)).decode("utf-8-sig"), newline=""), delimiter=";"
        )
    )
    assert len(lines) > len(SHORT)
    assert not [cell for line in lines for cell in line if cell.startswith(FORMULAS)]


def test_a_name_from_right_to_left_is_in_every_paper():
    made = paper([RIGHT_TO_LEFT])
    assert next(reading_back.of_xlsx(xlsx.write(made)))[0][0] == RIGHT_TO_LEFT
    assert next(reading_back.of_docx(docx.write(made, (TEMPLATES / "bang-so.docx").read_bytes())))[0][0] == RIGHT_TO_LEFT
    assert reading_back.of_pptx(pptx.write(made))["bang"][0][0] == RIGHT_TO_LEFT
    assert set(bare(RIGHT_TO_LEFT)) <= set(reading_back.of_pdf(pdf.write(replace(made, office=replace(made.office, signer="")))))
