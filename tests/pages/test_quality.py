"""Chất lượng số liệu: what is said of the warnings, and the way from each to its cell."""

from datetime import date
from urllib.parse import unquote_plus

import pytest
from streamlit.testing.v1 import AppTest

from queries import quality

PAGE = "pages/quality/quality.py"
YEAR_END = {"plan_year": 2024, "on": date(2024, 12, 31)}


@pytest.fixture
def at(at_address):
    return at_address(PAGE)


def heading(app: AppTest) -> str:
    return app.header[0].value


def ways_of(app: AppTest) -> list[str]:
    return [unquote_plus(link.proto.query_string) for link in app.get("page_link")]


def words(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown)


def test_the_headline_counts_what_the_list_holds(at, asked):
    listed = asked(quality.warnings, **YEAR_END)
    used = int(listed["is_in_force"].sum())
    worst = listed["rule_name"].value_counts()
    said = heading(at(nam="2024", ngay="2024-12-31"))
    assert f"{len(listed)} cảnh báo ở {listed['unit_code'].nunique()} đơn vị" in said
    assert f"{worst.index[0]} ({worst.iloc[0]})" in said
    assert f"{used} cảnh báo thuộc số đang dùng" in said


def test_every_warning_of_the_list_leads_to_its_cell(at, asked):
    listed = asked(quality.warnings, **YEAR_END, unit="951")
    app = at(nam="2024", ngay="2024-12-31", don_vi="951")
    ways = [way for way in ways_of(app) if "o=" in way]
    assert len(ways) == len(listed) > 3
    for row in listed.itertuples():
        assert any(f"o={row.submission_id}!{row.sheet}!{row.cell}&" in f"{way}&" for way in ways), row


def test_a_rule_in_the_address_narrows_the_list_and_the_next_warnings_are_one_step_further(at, asked):
    still = asked(quality.warnings, **YEAR_END, rule="line_stands_still")
    app = at(nam="2024", ngay="2024-12-31", quy_tac="line_stands_still")
    assert app.selectbox(key="quy-tac").value == f"Số giải ngân không đổi qua ba kỳ ({len(still)})"
    assert words(app).count("không đổi qua ba kỳ liền") == min(15, len(still))
    whole = asked(quality.warnings, **YEAR_END)
    app = at(nam="2024", ngay="2024-12-31", phan="2")
    assert app.query_params["phan"] == "2"
    assert whole["sentence"].iloc[15].split(":")[0] in words(app)


def test_the_cell_is_shown_with_its_neighbours_its_file_and_the_same_line_of_other_rounds(at, asked):
    warning = asked(quality.warnings, **YEAR_END, unit="951", rule="overspent").iloc[0]
    app = at(nam="2024", ngay="2024-12-31", o=f"{warning.submission_id}!{warning.sheet}!{warning.cell}")
    assert app.title[0].value == "Con số này ở đâu ra"
    assert f"ô {warning.cell}, trang “{warning.sheet}” ghi" in heading(app) and "Trần Đề" in heading(app)
    assert app.query_params["o"] == f"{warning.submission_id}!{warning.sheet}!{warning.cell}"
    table = app.table[0].value
    marked = [text for text in table.astype(str).to_numpy().ravel() if f"(ô {warning.cell})" in text]
    assert len(marked) == 1 and marked[0].startswith("**▶") and 4 <= len(table) <= 7
    assert "Giải ngân vượt kế hoạch" in words(app) and "SHA-256" in words(app)
    assert [b.label for b in app.get("download_button")] == ["Tải tệp đã gửi"]
    same = asked(quality.same_line, submission=warning.submission_id, sheet=warning.sheet, cell=warning.cell)
    ways = ways_of(app)
    assert len(same) > 10 and all(any(other in way for way in ways) for other in same.loc[~same["is_asked"], "submission_id"])


@pytest.mark.parametrize("place", ["khong-co!Giải ngân!F6", "khong-co", "!!", "a!b"])
def test_a_link_to_nothing_is_said_in_a_sentence(at, place):
    app = at(nam="2024", ngay="2024-12-31", o=place)
    if place.startswith("!"):
        assert app.title[0].value == "Chất lượng số liệu"
    else:
        assert any("không có trong số liệu" in info.value for info in app.info)


def test_a_cell_that_was_not_read_is_said_to_lie_outside_the_figures(at, asked):
    submission = asked(quality.warnings, **YEAR_END)["submission_id"].iloc[0]
    app = at(nam="2024", ngay="2024-12-31", o=f"{submission}!Giải ngân!ZZ900")
    assert "mở tệp đã gửi để xem" in words(app)


def test_one_unit_is_called_by_its_name(at):
    assert "5 cảnh báo ở Trần Đề; " in heading(at(nam="2024", ngay="2024-12-31", don_vi="951"))


def test_a_unit_without_warnings_is_told_so(at):
    app = at(nam="2024", ngay="2024-01-14", don_vi="943")
    assert "không có cảnh báo nào" in heading(app)


def test_figures_of_a_few_units_have_their_page(at, thin_home):
    app = at(home=thin_home)
    assert app.title[0].value == "Chất lượng số liệu" and app.header
