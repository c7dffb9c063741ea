"""Từ điển số liệu: what is defined is found as people type, says what its definition says, and leads to the pivot."""

import csv
from urllib.parse import parse_qs

from data.store.documented import tables
from pages.parts import formats
from pages.parts.dictionary import entries, found, screen, used, words
from queries.defined import DIMENSIONS, MEASURES
from tests.pages.conftest import ROOT, Open

PAGE = "pages/analysis/dictionary.py"


def first(everything, typed):
    return found.hits(everything, typed)[0]


def test_everything_defined_has_an_entry_and_none_stands_twice(everything):
    codes = {(entry.kind, entry.code) for entry in everything if entry.kind not in (entries.COLUMN, entries.RULE)}
    assert {(entries.MEASURE, code) for code in MEASURES} | {(entries.DIMENSION, code) for code in DIMENSIONS} <= codes
    assert {(entries.TABLE, f"mart.{table.name}") for table in tables()} <= codes
    assert len(everything) == len(set(everything))
    told = {entry.code for entry in everything}
    assert {column.name for table in tables() for column in table.columns if words.column(column).of is None} <= told
    assert all(len(entry.text) > len(entry.code) for entry in everything)


def test_every_figure_that_stands_in_the_dictionary_says_how_it_adds_up_and_none_may_be_averaged(everything):
    for entry in everything:
        if entry.kind == entries.MEASURE:
            measure = MEASURES[entry.code]
            adding = entry.of(entries.ADDS)
            assert adding.startswith("cộng được") == (measure.adds == "sum")
            assert ("không lấy trung bình" in adding) == (measure.adds != "sum")
            assert entry.of(entries.HOW) == measure.how
            assert (entry.way.own if entry.way else ("cac-so", "")) == ("cac-so", measure.key)


def test_a_rate_names_what_is_added_up_above_and_below_the_line(everything):
    told = first(everything, "disbursed_share").of(entries.ADDS)
    assert told.startswith(f"Σ {MEASURES['disbursed_vnd'].label} ÷ Σ {MEASURES['compared_planned_vnd'].label} ở đúng cấp")


def test_a_sum_names_what_it_is_never_added_over(everything):
    told = first(everything, "disbursed_vnd").of(entries.ADDS)
    assert told == f"cộng được, nhưng không cộng qua {DIMENSIONS['plan_year'].label}; {DIMENSIONS['cut_off'].label}"
    assert first(everything, "finding_count").of(entries.ADDS) == "cộng được"


def test_every_measure_has_a_basis_and_none_is_invented(everything):
    cited = {one.code: one.legal_basis for one in MEASURES.values()}
    for entry in everything:
        if entry.kind == entries.MEASURE:
            assert entry.of(entries.BASIS) == (cited[entry.code] or words.CONVENTION)
    assert entries.HOW in words.CONVENTION
    assert "chưa có văn bản" in first(everything, "disbursed_share").of(entries.BASIS)
    assert "Thông tư" in first(everything, "late_count").of(entries.BASIS)


def test_a_column_is_called_by_its_own_words_not_by_its_code(everything):
    assert first(everything, "last_on").label == "Ngày cuối còn đúng hạn"
    assert words.title("Cột của biểu, như targets.result (lời). Nữa.") == "Cột của biểu, như targets.result"
    for entry in everything:
        if entry.kind == entries.COLUMN:
            assert entry.label, entry.code
            assert entry.label[0].isupper(), entry.code
            assert entry.of(entries.WHAT).startswith(entry.label)


def test_codes_in_a_column_are_told_with_their_names_or_where_those_are(everything):
    told = {column.name: words.said(column) for table in tables() if table.name == "money" for column in table.columns}
    assert told["fund_source"].endswith("Tên của từng mã ở mart.fund_source.")
    assert told["unit_code"].endswith("Tên của từng mã ở mart.unit.")
    assert "mart." not in told["plan_year"]
    assert "Huyện, thị xã, thành phố (district)" in first(everything, "kind").of("Gồm")


def test_where_a_figure_is_shown_follows_from_the_pages(everything):
    titles = {path.read_text(encoding="utf-8").split('"""')[1].partition(":")[0] for path in (ROOT / "pages").glob("*/*.py")}
    assert {title for shown in used.pages().values() for title in shown} <= titles
    assert "Giám sát và kiến nghị" in used.pages()["score"]
    assert "Tổng quan" not in used.pages()["score"]
    shown = first(everything, "disbursed_vnd").of(entries.SHOWN)
    assert "mart.money" in shown
    assert "Tiến độ giải ngân" in shown


def test_a_page_calls_itself_as_the_menu_does():
    menu = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    for path in (ROOT / "pages").glob("*/*.py"):
        if path.parent.name not in ("parts", "exports"):
            title = path.read_text(encoding="utf-8").split('"""')[1].partition(":")[0]
            assert f'"{path.relative_to(ROOT).as_posix()}", "{title}"' in menu


def test_the_file_has_a_line_for_every_entry_and_no_marks_of_the_screen(everything):
    told = formats.csv(screen.frame(everything), screen.COLUMNS, ()).decode("utf-8-sig")
    lines = list(csv.DictReader(told.splitlines(), delimiter=";"))
    assert [line["Mã"] for line in lines] == [entry.code for entry in everything]
    assert [line["Cách cộng"] for line in lines] == [entry.of(entries.ADDS) for entry in everything]
    assert "`" not in told
    assert all(line["Loại mục"] and line["Giải thích"] for line in lines)


def told(app) -> str:
    return "\n".join(str(element.value) for kind in ("subheader", "markdown", "info") for element in getattr(app, kind))


def test_the_page_searches_keeps_it_in_the_address_and_says_when_nothing_is_met(opened: Open):
    app = opened(PAGE)
    assert "Gõ tên, mã" in app.info[0].value
    app.text_input(key="o-tim").set_value("Ty le ~ giai   ngan").run()
    assert not app.exception
    assert app.query_params["tim"] == "Ty le giai ngan"
    assert app.subheader[0].value.endswith("mục có “Ty le giai ngan”")
    assert "**Tỷ lệ giải ngân** · `disbursed_share`" in told(app)
    link = next(each for each in app.get("page_link") if each.proto.label == "Mở bảng xoay với “Tỷ lệ giải ngân”")
    assert "cac-so=ty-le" in link.proto.query_string
    app.selectbox(key="muc").set_value("Quy tắc kiểm tra").run()
    assert app.query_params["muc"] == "quy-tac"
    assert "Không có mục nào" in app.info[0].value
    assert any("muc=so-do" in each.proto.query_string for each in app.get("page_link"))
    app.text_input(key="o-tim").set_value("giải ngâm").run()
    meant = next(each.proto for each in app.get("page_link") if each.proto.label.startswith("Có phải bạn tìm"))
    assert meant.label.lower() == formats.plain("có phải bạn tìm: giải ngân?")
    assert parse_qs(meant.query_string)["tim"][0].lower() == "giải ngân"
    assert "muc=" not in meant.query_string


def test_a_link_opens_the_same_and_marks_in_what_it_asks_for_are_words(opened: Open):
    app = opened(PAGE)
    for name in list(app.query_params):
        del app.query_params[name]
    app.query_params["tim"], app.query_params["muc"] = "mart.money", "bang"
    app.run()
    assert app.text_input(key="o-tim").value == "mart.money"
    assert app.selectbox(key="muc").value == "Bảng"
    assert app.table[0].value["Cột"].tolist()[0] == "plan_year"
    del app.query_params["muc"]
    app.run()
    in_full = [each.value for each in app.markdown if "· :small[" in each.value]
    assert [each.split(" · ")[1] for each in in_full] == ["`mart.money`"]
    assert len(app.table[-1].value) > 1
    app.query_params["tim"] = "**x** [y](http://z)"
    app.run()
    assert not app.exception
    assert "Không có mục nào có “\\*\\*x\\*\\* \\[y\\](http\\://z)”" in app.info[0].value
