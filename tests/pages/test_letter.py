"""The draft that urges a late unit: its words, its layout (Nghị định 30/2020/NĐ-CP, Phụ lục I), and templates with a slip."""

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.shared import Mm, Pt

from data.definitions import papers
from pages.exports import letter
from pages.parts import formats
from queries import about, reports
from tests.plain_reports import late_days

TODAY = date(2025, 1, 15)
TEMPLATE = papers.paper(papers.REMINDER)


@pytest.fixture(scope="module")
def written(asked) -> dict[str, docx.document.Document]:
    office = asked(about.store).iloc[0]
    made = {}
    for code in ("2024-T04", "2024-T07"):
        for _, row in asked(reports.reminders, plan_year=2024, today=TODAY, round_code=code).iterrows():
            made[row.unit_code] = docx.Document(io.BytesIO(letter.draft(TEMPLATE, letter.values(row, office, TODAY))))
    return made


def text(document) -> str:
    cells = [cell.text for table in document.tables for cell in table.rows[0].cells]
    return "\n".join([*cells, *(p.text for p in document.paragraphs)])


def test_a_letter_names_the_unit_its_round_and_how_late_it_is(written):
    missing, late, department = text(written["945"]), text(written["944"]), text(written["SNNPTNT"])
    assert "Kính gửi: Ủy ban nhân dân huyện Cù Lao Dung." in missing and "UBND TỈNH SÓC TRĂNG" in missing
    assert f"quá hạn {late_days(date(2024, 4, 19), TODAY)} ngày làm việc" in missing and "chậm nhất ngày 19 tháng 4 năm 2024" in missing
    assert "Báo cáo được nhận ngày 07 tháng 8 năm 2024, muộn 13 ngày làm việc" in late and "quá hạn" not in late
    assert "Kính gửi: Sở Nông nghiệp và Phát triển nông thôn." in department
    for words in (missing, late, department):
        assert "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI" in words and "KHÔNG GỬI ĐI" in words and "{" not in words
        assert "Số:" in words and "ngày ….. tháng ….. năm" in words, "number and date are left to fill in"


def test_a_letter_is_laid_out_as_the_decree_asks(written):
    document = written["945"]
    page = document.sections[0]
    assert (round(page.page_width / Mm(1)), round(page.page_height / Mm(1))) == (210, 297)
    assert all(20 <= round(side / Mm(1)) <= 25 for side in (page.top_margin, page.bottom_margin))
    assert 30 <= round(page.left_margin / Mm(1)) <= 35 and 15 <= round(page.right_margin / Mm(1)) <= 20
    assert page.different_first_page_header_footer and " PAGE " in page.header._element.xml
    assert document.styles["Normal"].font.name == "Times New Roman"
    sizes = {run.font.size for p in document.paragraphs for run in p.runs if run.text.strip()}
    assert sizes <= {Pt(13), Pt(14)}
    body = next(p for p in document.paragraphs if p.text.startswith("Thực hiện"))
    assert body.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.JUSTIFY and body.paragraph_format.first_line_indent.cm == pytest.approx(
        1.27, abs=0.01
    )
    motto = next(p for p in document.tables[0].rows[0].cells[1].paragraphs if p.text.startswith("Độc lập"))
    assert motto.runs[0].bold and motto.runs[0].font.size == Pt(14)


def test_days_are_written_as_the_decree_asks():
    assert formats.official_day(date(2024, 2, 5)) == "ngày 05 tháng 02 năm 2024"
    assert formats.official_day(date(2024, 3, 15)) == "ngày 15 tháng 3 năm 2024"


def test_a_template_with_a_slip_is_told_and_not_sent_with_a_gap(asked):
    office, row = asked(about.store).iloc[0], asked(reports.reminders, plan_year=2024, today=TODAY, round_code="2024-T07").iloc[0]
    values = letter.values(row, office, TODAY)
    assert letter.fault(TEMPLATE, values) == ""
    document = docx.Document()
    document.add_paragraph("Kính gửi: {{ adressee }}")
    slip = io.BytesIO()
    document.save(slip)
    assert "adressee" in letter.fault(slip.getvalue(), values)
    assert "không phải tệp Word" in letter.fault(b"no document", values)
    hostile = {**values, "unit_name": "A & B <w:p/> {{ 7 * 7 }}", "addressee": "A & B <w:p/> {{ 7 * 7 }}"}
    assert "A & B <w:p/> {{ 7 * 7 }}" in text(docx.Document(io.BytesIO(letter.draft(TEMPLATE, hostile))))


def test_all_letters_come_in_one_archive(asked):
    office = asked(about.store).iloc[0]
    rows = asked(reports.reminders, plan_year=2024, today=TODAY, round_code="2024-T07")
    told = {f"{row.unit_code}.docx": letter.values(row, office, TODAY) for _, row in rows.iterrows()}
    with zipfile.ZipFile(io.BytesIO(letter.every(TEMPLATE, told))) as archive:
        assert archive.namelist() == ["944.docx", "SNNPTNT.docx"]
