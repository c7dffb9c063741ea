"""Truy vấn SQL on its page: examples, parameters, what is typed and not lost, errors with their line, what is cut, files."""

import io
import shutil
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.free import carried, written
from tests.pages.conftest import Open

PAGE, RUN = "pages/analysis/sql.py", "chay-truy-van"
HOSTILE = "</div><script>alert(1)</script> **đậm** $x$ [a](https://e.org) =1+1"


@pytest.fixture(scope="module")
def own_home(samples_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the page needs of the samples, in a home that it may write its history into."""
    place = tmp_path_factory.mktemp("sql")
    for part in ("stores", "archive/frozen", "registry"):
        shutil.copytree(samples_home / part, place / part, ignore=shutil.ignore_patterns("scoped"))
    shutil.copy(samples_home / "archive/journal.jsonl", place / "archive")
    return place


@pytest.fixture
def desk(opened: Open, own_home: Path) -> AppTest:
    return opened(PAGE, home=own_home)


def ask(app: AppTest, sql: str) -> AppTest:
    app.text_area(key=written.KEY).set_value(sql)
    app.button(key=RUN).click().run()
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    """Everything on the screen that is text."""
    return "\n".join(str(e.value) for kind in ("subheader", "markdown", "info", "warning", "error", "code", "text") for e in app.get(kind))


def table(app: AppTest) -> tuple[list[str], list[list[str]]]:
    """The heads and rows of the answer as they are shown, with the marks that keep them from being read as layout."""
    cells = pa.ipc.open_stream(app.table[0].proto.arrow_data.styler.display_values).read_all().to_pydict()
    return list(app.table[0].value), [list(row) for row in zip(*cells.values(), strict=True)]


def address(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def test_an_example_is_put_into_the_editor_and_its_figures_are_the_overview_s(desk):
    desk.button(key="mau-von-toan-tinh").click().run()
    assert address(desk)["mau"] == "von-toan-tinh"
    desk.button(key=RUN).click().run()
    heads, rows = table(desk)
    assert heads == ["Kế hoạch vốn (đồng)", "Giải ngân (đồng)", "Tỷ lệ giải ngân"]
    assert rows == [["114.277.000.000", "102.408.000.000", "89,61%"]]
    assert "với \\$nam = 2024, \\$ngay = 31/12/2024" in told(desk)


def test_a_link_opens_an_example_at_a_frozen_version_and_asks_that_version(opened, own_home):
    app = opened(PAGE, home=own_home, ban="1")
    app.query_params["mau"] = "von-toan-tinh"
    app.run()
    app.button(key=RUN).click().run()
    assert table(app)[1] == [["114.277.000.000", "68.566.000.000", "60,00%"]]
    assert app.session_state["sql_ran"].frozen == "Giao ban tháng 11/2024" and "\\$ngay = 15/11/2024" in told(app)
    app.query_params["mau"] = "khong-co"
    app.run()
    assert any("mẫu không có ở đây" in info.value for info in app.info) and not app.exception


def test_nothing_takes_the_place_of_what_was_typed_without_a_way_back(desk):
    desk.text_area(key=written.KEY).set_value("select 'của tôi'").run()
    desk.button(key="mau-don-vi").click().run()
    assert "mart.unit" in desk.text_area(key=written.KEY).value
    desk.button(key="cau-lenh-truoc").click().run()
    assert desk.text_area(key=written.KEY).value == "select 'của tôi'" and "mau" not in address(desk)
    desk.button(key="cau-lenh-truoc").click().run()  # and forth again
    assert "mart.unit" in desk.text_area(key=written.KEY).value
    desk.button(key="cau-lenh-truoc").click().run()
    desk.switch_page("pages/overview/overview.py").run()
    desk.switch_page(PAGE).run()
    assert desk.text_area(key=written.KEY).value == "select 'của tôi'"


def test_parameters_begin_with_what_the_frame_shows_and_follow_it_until_they_are_changed(desk):
    sql = "select $nam as nam, $ngay as d, $ngay_truoc as b, $don_vi as u, $muc as m, $ten as t, typeof($ngay) as k"
    desk.selectbox(key="don-vi").set_value("943").run()
    ask(desk, sql)
    assert table(desk)[1] == [["2024", "31/12/2024", "14/12/2024", "943", "—", "", "DATE"]]
    desk.selectbox(key="ngay").set_value("2024-07-15").run()
    fields = {field.label.replace("\\", ""): field for field in (*desk.number_input, *desk.text_input)}
    fields["$muc"].set_value(2.5)
    fields["$ten"].set_value("Kế")
    ask(desk, sql)
    assert table(desk)[1] == [["2024", "15/07/2024", "14/06/2024", "943", "2,5", "Kế", "DATE"]]


def test_what_is_wrong_is_said_in_words_with_its_line_marked_and_the_original_beneath(desk):
    ask(desk, "-- một\nselect\n    sum(m.plan_vnd) as tong\nfrom mart.money m")
    assert desk.error[0].value == "Bảng “m” không có cột “plan\\_vnd”. Dòng 3."
    assert "có phải là planned\\_vnd" in told(desk) and 'does not have a column named "plan\\_vnd"' in told(desk)
    assert desk.code[0].value.splitlines()[2:4] == ["→   3 │     sum(m.plan_vnd) as tong", "      │         ^^^^^^^^^^"]
    for sql, sentence in (
        ("select 1; select 2", "Mỗi lần chỉ chạy một câu lệnh; ở đây có 2 câu."),
        ("delete from mart.money", "Chỉ chạy được câu SELECT"),
        ("select * from raw.file", "Không có bảng “raw.file”"),
        ("select getenv('HOME')", "Hàm “getenv” không có, hoặc không được dùng ở đây."),
    ):
        ask(desk, sql)
        assert desk.error[0].value.replace("\\", "").startswith(sentence) and not desk.table


def test_a_long_answer_is_cut_an_empty_one_said_in_words_and_a_mean_of_rates_warned_of(desk):
    ask(desk, "select i from range(10001) t(i)")
    assert "Đã cắt ở 10.000 dòng" in desk.warning[0].value and len(table(desk)[1]) == 200
    assert "Dòng 1–200 trong 10.000" in told(desk)
    ask(desk, "select i from range(10000) t(i)")
    assert not desk.warning
    ask(desk, "select unit_code from mart.unit where false")
    assert "Không có dòng nào đúng điều kiện" in told(desk) and not desk.table
    ask(desk, "select avg(disbursed_vnd / planned_vnd) as x from mart.money where planned_vnd > 0")
    told_beside = [warning.value.replace("\\", "") for warning in desk.warning]
    assert any("trung bình của một tỷ lệ" in words for words in told_beside) and desk.table
    assert any("from_on <= $ngay and to_on > $ngay" in words for words in told_beside)
    assert "Ngày số liệu: theo điều kiện viết trong câu lệnh" in told(desk)
    ask(desk, "select 1 / 0 as x, repeat('a', 10001) as y, 3.0 as z_share, 4 as z_share")
    assert "1 ô không tính được" in told(desk) and "z_share: có tỷ lệ âm hoặc trên 200%" in told(desk).replace("\\", "")
    assert ["ký tự" in warning.value for warning in desk.warning] == [True]
    assert [head.replace("\\", "") for head in table(desk)[0]][2:] == ["z_share", "z_share (2)"]


def test_hostile_text_in_statement_heading_and_value_stays_text(desk):
    quoted = HOSTILE.replace("'", "''")
    ask(desk, f"""select '{quoted}' as "{HOSTILE}", 1 as x""")
    heads, rows = table(desk)
    for shown in (heads[0], rows[0][0]):
        assert shown.replace("\\", "") == HOSTILE
        assert "\\<script\\>" in shown and "\\*\\*đậm" in shown and "\\$x\\$" in shown and "\\[a\\]" in shown
    desk.toggle(key="ve-bieu-do").set_value(True).run()
    spec = desk.get("plotly_chart")[0].proto.spec
    assert "&lt;script&gt;" in spec and "<script>" not in spec
    ask(desk, f"""select "{HOSTILE}" from mart.unit""")
    assert "\\<script\\>" in desk.error[0].value and "\\<script\\>" in told(desk).split("Thông báo gốc")[1]


def test_the_files_hold_exact_values_the_statement_and_who_asked_and_no_formula(desk, monkeypatch):
    sql = """select '=1+1' as "@chu", 1234567 as n_count, 1234.5 as q, 1e0 / 0 as z, 114277000001 as planned_vnd, 0.5 as disbursed_share,
    -1.5::double as le, date '2024-12-31' as han, null as o"""
    made = {}
    monkeypatch.setattr(
        carried.st, "download_button", lambda label, data, **given: made.update({given["file_name"].rpartition(".")[2]: data})
    )
    ask(desk, sql)
    desk.session_state["lay-truy-van"] = True
    desk.run()
    book = openpyxl.load_workbook(io.BytesIO(made["xlsx"]()))
    cells = list(book.worksheets[0].iter_rows(min_row=3, max_row=4))
    assert [cell.value for cell in cells[0]][:3] == ["@chu", "n_count", "q"]
    assert [cell.value for cell in cells[1]][:7] == ["=1+1", 1_234_567, 1234.5, "—", 114_277_000_001, 0.5, -1.5]
    assert cells[1][0].data_type == "s" and cells[1][0].quotePrefix and f"{cells[1][7].value:%d/%m/%Y}" == "31/12/2024"
    asked = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows(min_row=4)}
    assert asked["Câu lệnh"] == sql and asked["Người chạy"] == "Người kiểm thử" and asked["Số dòng"] == "1"
    text = made["csv"]().decode("utf-8-sig")
    assert made["csv"]().startswith(b"\xef\xbb\xbf")
    assert text.startswith("'@chu;n_count;q;z;Kế hoạch vốn · planned_vnd (đồng);")
    assert text.splitlines()[1].startswith("'=1+1;1234567;1234,5;;114277000001;50,00;-1,5;31/12/2024") and "Câu lệnh: select" in text


def test_values_of_every_kind_come_to_the_screen(desk):
    ask(
        desk,
        """select 123456789012345678901234567890::hugeint as h, 1e300 as x, 'inf'::double as y, 1.50::decimal(10, 3) as q,
    date '0001-01-01' as d, [1, 2] as l, {'a': 1} as s, true as b, null as o, '1:2'::varchar as c, timestamp '2024-01-02 03:04:05' as t""",
    )
    (row,) = table(desk)[1]
    assert [shown.replace("\\", "") for shown in row] == [
        "123.456.789.012.345.678.901.234.567.890", "1E+300", "—", "1,5", "01/01/0001", "[1, 2]", "{'a': 1}", "có", "—", "1:2",
        "02/01/2024 03:04:05",
    ]  # fmt: skip


def test_what_was_run_can_be_taken_up_again(desk):
    ask(desk, "select $so as x -- lần một")
    desk.button(key="mau-don-vi").click().run()
    first = next(button for button in desk.button if (button.key or "").startswith("da-chay-0"))
    first.click().run()
    assert desk.text_area(key=written.KEY).value == "select $so as x -- lần một"
