"""The pivot on its page: its address is all of it, a figure leads to its lines and their cells, and what is taken away holds numbers."""

import io
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.exports import xlsx
from pages.exports.paper import Section, Table
from pages.parts import charts, formats
from pages.parts.pivot import adding, drawn, drill, heat, written
from pages.parts.pivot.laid import Column, Laid, Line
from pages.parts.pivot.shape import Cut
from queries.defined import MEASURES
from tests.exports.whole_paper import paper

Open = Callable[..., AppTest]
RATE, PLAN = "disbursed_share", "planned_vnd"


@pytest.fixture
def cut_at(at_address: Callable[[str], Open]) -> Open:
    """The pivot at an address."""
    return at_address("pages/analysis/pivot.py")


def table(of: Cut, **values: list[float | None]) -> Laid:
    """A table of two districts and their total, with the named columns of one measure each."""
    lines = (Line((), ("Tổng số",)), Line(("1",), ("Một",)), Line(("2",), ("Hai",)))
    columns = tuple(Column(f"k{n}_{MEASURES[code].ending}", code, (), "value", (MEASURES[code].label,)) for n, code in enumerate(values))
    return Laid(lines, columns, pd.DataFrame({c.code: figures for c, figures in zip(columns, values.values(), strict=True)}))


def test_the_page_says_in_one_sentence_what_is_shown_and_draws_what_was_asked(cut_at):
    app = cut_at(ngay="2024-11-15", dong="khoi,don-vi", cot="nguon", to_mau="co", bieu_do="co")
    told = app.header[0].value
    assert told.startswith("Theo Khối × Đơn vị × Nguồn vốn") and "vốn năm nay" in told and "chung 60,00%" in told
    assert any("Nền càng đậm, số càng lớn" in m.value for m in app.markdown)
    assert any("đơn vị có số liệu đúng ngày" in m.value for m in app.markdown)
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"cac_so": "ty-le", "dong": "khoi,don-vi", "cot": "nguon", "o": "district,942,;NSTW,;ty-le"}, "÷"),
        ({"cac_so": "thuc-hien", "dong": "chi-tieu,don-vi", "o": "CT-NUOC,948,;;thuc-hien"}, "Cộng 1 dòng"),
        ({"cac_so": "ty-le-dung-han", "dong": "ky", "o": "2024-T09,;;ty-le-dung-han"}, "÷"),
        ({"cac_so": "von-vuong-mac", "dong": "nguyen-nhan", "o": "CHO_HUONG_DAN,;;von-vuong-mac"}, "Cộng"),
        ({"cac_so": "ton-tai", "dong": "don-vi", "o": "944,;;ton-tai"}, "Cộng"),
        ({"cac_so": "canh-bao", "dong": "quy-tac", "o": ";;canh-bao"}, "Cộng"),
    ],
)
def test_a_link_to_a_figure_of_any_subject_opens_lines_that_make_it(cut_at, asked, told):
    app = cut_at(**asked)
    added = next(m.value for m in app.markdown if "**Cộng lại.**" in m.value)
    assert told in added.partition("**Cộng lại.**")[2] and adding.SAME in added
    assert any(m.value.startswith("**Các dòng đứng sau con số") for m in app.markdown)


def test_a_cell_leads_to_why_it_is_what_it_is_and_each_line_to_its_cell_of_a_file(cut_at):
    app = cut_at(cac_so="ke-hoach", dong="don-vi", o="942,;;ke-hoach")
    links = [link.proto for link in app.get("page_link")]
    assert any("disbursement.total" in link.query_string for link in links)
    lines = app.table[1].value
    assert lines["Kế hoạch lấy từ"].str.contains("ô ").all() and lines["Lấy từ"].str.contains("ô ").all()


def test_a_cell_that_the_table_does_not_have_is_said(cut_at):
    app = cut_at(dong="don-vi", o="khong-co,;;ke-hoach")
    assert any("không có trong bảng này" in i.value for i in app.info)


def test_nothing_found_and_a_table_too_large_are_sentences(cut_at):
    large = cut_at(cac_so="ke-hoach", cot="tieu-du-an,ngay-chot")
    assert any("cột hiện được" in i.value for i in large.info) and not large.header
    empty = cut_at(cac_so="von-vuong-mac", nam="2022", loc_nguyen_nhan="KHAC", loc_don_vi="SKHCN")
    assert any("không có số liệu nào" in i.value for i in empty.info) and not empty.header


def test_a_rate_that_hides_a_plan_has_a_star_and_says_how_much():
    cut = Cut((PLAN, RATE))
    laid = table(cut, planned_vnd=[3e9, 1e9, 2e9], disbursed_share=[0.5, 0.5, None])
    of = {"disbursed_share": 0.5, "unreported_planned_vnd": 552_000_000, "lower_share": 0.9112}
    cells = {((), ()): of, (("1",), ()): of | {"unreported_planned_vnd": 0}, (("2",), ()): of | {"disbursed_share": None}}
    assert written.table(laid, cut, cells)["k1_share"].tolist() == ["50,00%*", "50,00%", formats.MISSING]
    assert "552 triệu đồng kế hoạch chưa có số giải ngân; ít nhất 91,12%" in formats.unmarked(written.stars(laid, cut, cells))


def test_the_more_the_darker_and_totals_stay_white():
    cut = Cut((RATE,), heat=True)
    fills = heat.fills(table(cut, disbursed_share=[0.6, 0.2, 0.9]), cut)
    assert fills == {(1, "k0_share"): heat.GROUNDS[0], (2, "k0_share"): heat.GROUNDS[-1]}
    assert "từ 20,00% (nhạt) đến 90,00% (đậm)" in heat.told(table(cut, disbursed_share=[0.6, 0.2, 0.9]), cut)
    assert not heat.fills(table(cut, disbursed_share=[0.6, 0.4, 0.4]), cut)


def test_a_chart_draws_no_total_and_says_why_there_is_none():
    cut = Cut((PLAN,))
    points = drawn.figures(table(cut, planned_vnd=[3e9, 1e9, 2e9]), cut)
    assert points == {"Kế hoạch vốn": {"Một": 1e9, "Hai": 2e9}}
    assert "Chưa có hai con số" in drawn.not_drawn({"a": {"x": 1.0, "y": None}}, cut)
    assert str(charts.MOST_SERIES) in drawn.not_drawn({str(n): {"x": 1.0, "y": 2.0} for n in range(9)}, cut)
    assert "đơn vị tính khác nhau" in drawn.not_drawn({"a": {"x": 1.0, "y": 2.0}}, Cut(("achieved",), ("indicator",)))


def test_every_cell_has_an_address_of_its_own():
    cut = Cut((PLAN, RATE))
    laid = table(cut, planned_vnd=[3e9, 1e9, 2e9], disbursed_share=[0.5, 0.5, None])
    lines = (*laid.lines, Line(("",), ("Không nêu",)))
    told = [drill.address(line, column) for line in lines for column in laid.columns]
    assert len(set(told)) == len(told)


def test_a_table_takes_its_own_headings_and_numbers_into_a_workbook():
    rows = pd.DataFrame({"row_1": ["Một"], "k0_vnd": [1_500_000_000], "k1_points": [-0.0531], "k2_number": [87.06]})
    own = {"row_1": "Đơn vị", "k0_vnd": "NSTW · Kế hoạch vốn", "k1_points": "Tăng, giảm (điểm %)", "k2_number": "Thực hiện"}
    of = Table("bang", "Bảng", tuple(rows), rows, headings=own)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write(replace(paper(), sections=(Section("a", "A", tables=(of,)),)))))
    head, line = list(book.worksheets[0].iter_rows(min_row=3, max_row=4, values_only=True))
    assert head == tuple(own.values())
    assert line == ("Một", 1_500_000_000, pytest.approx(-5.31), 87.06)
    assert "NSTW · Kế hoạch vốn (đồng)" in formats.csv(rows, tuple(rows), (), own).decode("utf-8-sig")
    assert "1500000000;-5,31;87,06" in formats.csv(rows, tuple(rows), (), own).decode("utf-8-sig")
