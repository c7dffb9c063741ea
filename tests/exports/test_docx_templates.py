"""Word templates as offices change them: broken in ways that are told in a sentence, saved by other programs, with parts left out."""

import io
import re
import zipfile

import docx
import pytest

from data.definitions import papers
from pages.exports import docx as exported
from pages.exports.template import BadTemplate
from tests.exports.whole_paper import REPORT, W, paper, tables


def saved(document: docx.document.Document) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def test_a_template_that_the_office_broke_is_told_in_one_sentence():
    faults = {}
    for slip, says in ((_tag, "tieu_de"), (_no_style, "Bảng số liệu"), (_no_rows, "table.rows"), (_unclosed, "thẻ sai")):
        broken = docx.Document(io.BytesIO(papers.paper(REPORT)))
        slip(broken)
        with pytest.raises(BadTemplate, match=re.escape(says)) as told:
            exported.write(paper(), saved(broken))
        faults[says] = str(told.value)
    with pytest.raises(BadTemplate, match="không phải tệp Word"):
        exported.write(paper(), b"PK\x03\x04 no document")
    assert all(len(fault) < 300 and "\n" not in fault for fault in faults.values()), faults


def _tag(document: docx.document.Document) -> None:
    document.add_paragraph("{{ tieu_de }}")


def _no_style(document: docx.document.Document) -> None:
    document.styles["Bảng số liệu"].delete()


def _no_rows(document: docx.document.Document) -> None:
    for paragraph in [p for p in document.paragraphs if "table.rows" in p.text]:
        paragraph.text = ""


def _unclosed(document: docx.document.Document) -> None:
    document.add_paragraph("{% for x in sections %}")


def test_an_office_may_rename_ids_of_styles_as_word_does_when_it_saves():
    template = docx.Document(io.BytesIO(papers.paper(REPORT)))
    for style in template.styles:
        if style.name == "Ô số":
            style.element.set(f"{W}styleId", "s1")
    cell = tables(exported.write(paper(), saved(template)))[0].findall(f"{W}tr")[1].findall(f"{W}tc")[1]
    assert cell.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val") == "s1"


def test_a_template_saved_by_libreoffice_gives_a_file_with_each_part_once():
    changed_by_it = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(papers.paper(REPORT))) as packed, zipfile.ZipFile(changed_by_it, "w") as changed:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "_rels/.rels":
                content = content.replace(b"/package/2006/relationships/metadata/core", b"/officedocument/2006/relationships/metadata/core")
            changed.writestr(name, content)
    assert b"/officedocument/2006" in zipfile.ZipFile(changed_by_it).read("_rels/.rels")
    content = exported.write(paper(), changed_by_it.getvalue())
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert len(set(packed.namelist())) == len(packed.namelist())
        assert (
            packed.read("[Content_Types].xml").count(b"/docProps/core.xml") == 1
            and packed.read("_rels/.rels").count(b"docProps/core.xml") == 1
        )
    assert docx.Document(io.BytesIO(content)).core_properties.author == "Sở Lao động - Thương binh và Xã hội"


def test_an_office_may_leave_charts_out_but_no_table():
    template = docx.Document(io.BytesIO(papers.paper(REPORT)))
    for paragraph in [p for p in template.paragraphs if "{{ section.chart" in p.text]:
        paragraph.text = ""
    with zipfile.ZipFile(io.BytesIO(exported.write(paper(), saved(template)))) as packed:
        assert not [name for name in packed.namelist() if "chart" in name]
