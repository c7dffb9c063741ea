"""The page of the project that pays for monitoring: its money, its training, and who has done what; also where little is known."""

import json
from datetime import date

import pytest

from data.store.reading import Scope, current_version, open_store
from pages.parts import formats
from queries import about, disbursement, project7, targets
from tests.pages.test_frame import said
from tests.pages.test_pages import charts

PAGE = "pages/project7/project7.py"
NOVEMBER = {"nam": "2024", "ngay": "2024-11-15"}
AT = {"plan_year": 2024, "on": date(2024, 11, 15)}
TABS = ["Việc mỗi đơn vị làm một lần", "Đơn vị × chỉ tiêu", "Nữ, Khmer"]


@pytest.fixture(scope="module")
def asked(samples_home):
    store = open_store(samples_home, current_version(samples_home) or "")
    everyone = Scope(units=tuple(about.units(store, Scope(units=()))["unit_code"]), benchmarks=True)
    return lambda question, **given: question(store, everyone, **AT, **given)


def bullets(app) -> list[str]:
    return next(chart for chart in charts(app) if chart["layout"]["uirevision"] == "bullets")["data"][-1]["text"]


def test_the_headline_is_the_projects_own_money(opened, asked):
    now = asked(disbursement.total, component="DA7").iloc[0]
    app = opened(PAGE, **NOVEMBER)
    told = formats.pair(now.disbursed_vnd, now.compared_planned_vnd, now.disbursed_share)
    assert told.startswith("7.") and told in app.header[0].value
    assert "Vốn kéo dài từ các năm trước (tính riêng)" in said(app)


def test_its_money_stands_by_sub_project_and_by_fund_source(opened, asked):
    shown = [table.value for table in opened(PAGE, **NOVEMBER).table]
    names = [list(table["Tên"]) for table in shown if "Tên" in table.columns]
    assert list(asked(disbursement.by_component, component="DA7")["short_name"]) in names
    assert list(asked(disbursement.by_fund_source, component="DA7")["name"]) in names


def test_every_indicator_of_its_group_is_a_row_with_its_counts(opened, asked):
    rows = asked(targets.province, group="DA7")
    rows = rows[rows["breakdown"] == "CHUNG"].set_index("indicator_code")
    words = bullets(opened(PAGE, **NOVEMBER))
    assert len(words) == len(rows) >= 10
    for row, text in zip(rows.itertuples(), words, strict=True):
        assert text.startswith(f"<b>{row.indicator_short_name}</b>: ")
    officers = rows.loc["DA7-CANBO"]
    assert any(f"({officers.numerator:.0f}/{officers.denominator:.0f} người)" in text for text in words)


def test_persons_and_attendances_are_told_apart(opened):
    assert "mỗi người tính một lần" in said(opened(PAGE, **NOVEMBER))
    assert "một người dự nhiều lớp là nhiều lượt" in said(opened(PAGE, **NOVEMBER))


def test_who_has_no_plan_and_who_was_not_yet_visited_is_named(opened, asked):
    text = said(opened(PAGE, **NOVEMBER))
    answer = asked(project7.once_each, group="DA7")
    waiting = answer[answer["waiting_names"] != ""]
    assert len(waiting) >= 2
    for row in waiting.itertuples():
        assert f"{row.done_count}/{row.unit_count} đơn vị đã có, chưa có: {row.waiting_names}" in text
    on_site = answer[answer["indicator_code"] == "DA7-THUCTE"].iloc[0]
    through = answer[answer["indicator_code"] == "DA7-QUABC"].iloc[0]
    assert (on_site.unit_count, through.unit_count) == (5, 6)


def test_at_most_four_charts_on_first_sight_each_in_words_and_with_its_figures(opened):
    app = opened(PAGE, **NOVEMBER)
    shown = app.get("plotly_chart")
    assert 3 <= len(shown) <= 4 and all(chart.proto.alt for chart in shown)
    assert len(app.table) >= len(shown)


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens(opened, tab):
    app = opened(PAGE, **NOVEMBER)
    app.session_state["the-da7"] = tab
    app.run()
    assert not app.exception and len(app.table) >= 4


def test_another_component_is_said_not_to_apply_and_a_sub_project_narrows(opened):
    app = opened(PAGE, **NOVEMBER, du_an="DA4")
    assert any("không áp dụng lựa chọn DA4" in info.value for info in app.info)
    assert len(bullets(app)) >= 10
    narrowed = opened(PAGE, **NOVEMBER, du_an="DA7-TDA1")
    assert not narrowed.info
    assert 1 <= len(bullets(narrowed)) < len(bullets(app))
    assert "Lớp tập huấn" in bullets(narrowed)[0] and not any("Đợt giám sát" in text for text in bullets(narrowed))


def test_a_chosen_unit_sees_its_own(opened, asked):
    own = asked(targets.by_unit, group="DA7", unit="948")
    own = own[own["breakdown"] == "CHUNG"]
    app = opened(PAGE, **NOVEMBER, don_vi="948")
    assert len(bullets(app)) == len(own) > 0
    assert "TX Ngã Năm" in app.header[0].value


def test_a_presentation_shows_one_chart_and_no_tables(opened):
    app = opened(PAGE, **NOVEMBER, trinh_chieu="1")
    assert len(app.get("plotly_chart")) == 1 and not app.table


def test_where_little_is_known_it_is_said_and_nothing_is_zero(opened, thin_home):
    app = opened(PAGE, home=thin_home)
    assert "chưa có kết quả" in said(app)
    bars = next(chart for chart in charts(app) if chart["layout"]["uirevision"] == "bullets")["data"][1]["x"]
    words = bullets(app)
    assert all(
        (length is None) == ("chưa có kết quả" in text or "không có chỉ tiêu" in text) for length, text in zip(bars, words, strict=True)
    )
    assert None in bars and "NaN" not in json.dumps(charts(app))
