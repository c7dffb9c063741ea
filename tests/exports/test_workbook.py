"""The workbook of a paper: a target is a number that reads as on the screen, and sheets are told apart by their names."""

import io
from dataclasses import replace

import openpyxl
import pandas as pd

from pages.exports import xlsx
from pages.exports.paper import Section, Table
from tests.exports.whole_paper import paper

TEXTS = ["6.000", "1,22", "-0,50", "12 hộ", "1,2,3", "007", "—"]


def test_a_figure_in_its_own_unit_is_a_number_and_any_other_text_a_text():
    table = Table("chi-tieu", "Chỉ tiêu", ("planned_text", "measure_unit"), pd.DataFrame({"planned_text": TEXTS, "measure_unit": TEXTS}))
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write(replace(paper(), sections=(Section("a", "A", tables=(table,)),)))))
    rows = list(book.worksheets[0].iter_rows(min_row=4, max_row=3 + len(TEXTS)))
    assert [row[0].value for row in rows] == [6000, 1.22, -0.5, "12 hộ", "1,2,3", "007", "—"]
    assert [row[0].number_format for row in rows[:3]] == ["#,##0", "#,##0.00", "#,##0.00"]
    assert [row[1].value for row in rows] == TEXTS


def test_tables_of_one_section_have_sheets_with_names_of_their_own():
    rows = pd.DataFrame({"measure_unit": ["hộ"]})
    tables = tuple(Table(name, "Có 12 dòng", ("measure_unit",), rows, name=name) for name in ("Từng đơn vị", ""))
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write(replace(paper(), sections=(Section("a", "II. Vốn", tables=tables),)))))
    assert book.sheetnames == ["1. Từng đơn vị", "2. Vốn", xlsx.SOURCES]
