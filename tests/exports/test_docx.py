"""What the .docx of a paper says: tables with headers that come back, annexes, charts, texts as they were sent."""

import io
import os
import re
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree as Xml

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from data.definitions import papers
from pages.exports import docx as exported
from tests.exports.whole_paper import EVERY, HOSTILE, ONE_TABLE, REPORT, W, paper, parts, tables, words, written

FONTS = Path(exported.__file__).with_name("fonts")


@pytest.fixture(scope="module")
def report() -> docx.document.Document:
    return docx.Document(io.BytesIO(written(REPORT)))


def test_the_header_of_a_table_comes_back_on_every_page_and_no_row_is_torn():
    found = tables(written(REPORT))
    assert [t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for t in found] == [
        "Kế Sách chậm nhất",
        "Không có gì",
        "Vốn theo bước",
        "Từng đơn vị",
    ]
    for table in found:
        head, *rows = table.findall(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None and not [r for r in rows if r.find(f"{W}trPr/{W}tblHeader") is not None]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *rows))
        kept = [n for n, row in enumerate((head, *rows)) if row.find(f"{W}tc/{W}p/{W}pPr/{W}keepNext") is not None]
        assert kept == sorted({0, *([1, len(rows) - 1, len(rows)] if rows else [])})  # none alone under the head or over the source
    figures, texts = (re.findall(r"\S+", style) for style in ("OSo", "OChu"))
    cells = [
        [c.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val") for c in row]
        for row in (r.findall(f"{W}tc") for r in found[0].findall(f"{W}tr")[1:])
    ]
    assert cells == [texts + figures * 3] * 90
    styles = {style.style_id: style for style in docx.Document(io.BytesIO(written(REPORT))).styles}
    assert styles["OSo"].paragraph_format.alignment == ALIGN.RIGHT and styles["OChu"].paragraph_format.alignment is None


def test_a_table_says_what_the_screen_says_and_an_empty_one_that_it_is_empty():
    long, empty, wide, _ = tables(written(REPORT))
    rows = [[words(cell) for cell in row.findall(f"{W}tc")] for row in long.findall(f"{W}tr")]
    assert rows[0] == ["Đơn vị", "Kế hoạch vốn", "Giải ngân", "Tỷ lệ giải ngân"]
    assert rows[1] == ["Huyện Châu Thành", "1.000", "500", "50,00%"] and rows[3] == ["Huyện Mỹ Tú", "1.002", "—", "—"]
    assert len(empty.findall(f"{W}tr")) == 1 and "Chưa có dòng nào." in words(parts(written(REPORT))["word/document.xml"])
    assert words(wide.findall(f"{W}tr")[1].findall(f"{W}tc")[4]) == HOSTILE.replace("\x07", "").replace("\x0c", "")


def test_a_wide_table_is_an_annex_on_its_side_after_the_signature(report):
    said = [p.text for p in report.paragraphs]
    assert "Vốn theo bước (chi tiết tại Phụ lục I kèm theo)." in said and "Phụ lục II" in said
    assert said.index("Phụ lục I") > said.index("Nguồn và phiên bản số liệu") > said.index("II. Vốn")
    assert "Đơn vị tính: triệu đồng." in said[said.index("Phụ lục II") :], "what an annex says stands above its first table"
    assert "Phụ lục" not in said, "its heading is not one of the text"
    assert [pages.page_width > pages.page_height for pages in report.sections] == [False, True, False]
    for table, pages in zip(tables(written(REPORT))[2:], report.sections[1:], strict=True):
        room = pages.page_width - pages.left_margin - pages.right_margin
        assert sum(int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")) == pytest.approx(room / 635, abs=2)
    alone = docx.Document(io.BytesIO(written(ONE_TABLE))).sections[0]
    assert alone.page_width > alone.page_height, "where there is no place for annexes, the paper lies on its side"


def test_a_chart_can_be_edited_with_the_figures_behind_it():
    with zipfile.ZipFile(io.BytesIO(written(REPORT))) as packed:
        names = packed.namelist()
        assert "word/charts/chart1.xml" in names and "word/embeddings/chart1.xlsx" in names
        chart = Xml.fromstring(packed.read("word/charts/chart1.xml"))
        frame = Xml.fromstring(packed.read("word/document.xml")).find(
            ".//{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        )
    assert frame.get("descr") == 'Tỷ lệ "lũy kế"'
    values = chart.findall(".//{*}ser/{*}val//{*}v")
    assert [float(v.text) for v in values] == [0.5, 0.501, 0.503, 0.504]


@pytest.mark.parametrize("name", EVERY)
def test_no_tag_and_no_mark_is_left_and_letters_are_composed(name):
    for part, root in parts(written(name)).items():
        told = words(root).replace("{{ 7 * 7 }} {% if x %}", "")
        assert "{" not in told and "}" not in told and not re.search(r"[0-9a-f]{16}-\d", told), part
        assert unicodedata.is_normalized("NFC", words(root))


def test_submitted_text_is_text_in_sentences_and_cells_and_never_a_field(report):
    assert HOSTILE.replace("\x07", "").replace("\x0c", "") in [p.text for p in report.paragraphs]
    codes = [code.text for root in parts(written(REPORT)).values() for code in root.iter(f"{W}instrText")]
    assert codes == [" PAGE "]


def test_the_same_paper_is_the_same_file():
    assert exported.write(paper(), papers.paper(REPORT)) == written(REPORT)


@pytest.mark.service
def test_libreoffice_makes_pages_of_it_on_which_the_header_row_comes_back(tmp_path: Path):
    office = shutil.which("soffice")
    assert office, "this test needs the program soffice; on Debian: apt-get install libreoffice-writer"
    for name in EVERY:
        (tmp_path / name).write_bytes(written(name))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    fonts = tmp_path / "fonts.conf"  # letters as wide as Times New Roman, with all marks, wherever this runs
    fonts.write_text(f"<fontconfig><dir>{FONTS}</dir><cachedir>{tmp_path}/fonts</cachedir></fontconfig>")
    command += [str(tmp_path / name) for name in EVERY]
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=os.environ | {"FONTCONFIG_FILE": str(fonts)})
    for name in EVERY:
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / Path(name).with_suffix(".pdf"))]
        bare = [re.sub(r"\s+", "", unicodedata.normalize("NFC", text)) for text in pages]
        assert len(pages) >= 4
        assert "Sốliệuđúnghạn." in bare[0] and all("SỐLIỆUMINHHỌA" in text and "mã0123456789ab" in text for text in bare)
        carrying = [
            text for text in bare if re.search(r"1\.0\d\d5\d\d", text)
        ]  # plan and disbursement side by side, as only a table has them
        assert len(carrying) >= 3 and all("Kếhoạchvốn" in text for text in carrying), "the header row on each page of a table"
    report = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / Path(REPORT).with_suffix(".pdf"))]
    assert not report[0].lstrip().startswith("1") and report[1].lstrip().startswith("2")
