"""What the two pages show, on the samples."""

import json
from datetime import date

import pytest

from data.store.reading import Store
from pages.parts.choice import a_year_before
from queries import disbursement
from tests.pages.test_frame import DISBURSEMENT, OVERVIEW, said


def charts(app) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def test_the_overview_has_at_most_five_figures_and_compares_them(opened):
    app = opened(ngay="2024-11-15", nam="2024")
    assert len(app.metric) <= 5
    assert [m.value for m in app.metric][:2] == ["60,00%", "68.566"]
    assert "để đạt 95% vào 31/12 cần khoảng 6.100 triệu đồng mỗi tuần; 4 đơn vị dưới 40%." in app.header[0].value
    assert "So với cùng kỳ năm trước (15/11/2023; 0/15 đơn vị có số liệu đúng ngày)" in said(app)
    assert "So với kỳ số liệu trước (14/10/2024)" in said(app)
    assert "Vốn kéo dài từ các năm trước (tính riêng)" in said(app)


def test_the_overview_names_who_lags_with_a_link_that_carries_the_filters(opened):
    links = [link.proto for link in opened(nam="2024", ngay="2024-12-31").get("page_link")]
    lagging = [link for link in links if "Giáo dục nghề nghiệp" in link.label]
    assert lagging and "còn" in lagging[0].label
    assert "du-an=DA4-TDA1" in lagging[0].query_string and "ngay=2024-12-31" in lagging[0].query_string


def test_the_disbursement_page_shows_the_published_figures(opened):
    app = opened(DISBURSEMENT)
    assert [m.value for m in app.metric] == ["114.277", "102.408", "11.869", "89,61%"]
    assert "91,02%" in said(app) and "72,90%" in said(app)


def test_at_most_four_charts_on_first_sight_each_in_words_and_with_its_figures(opened):
    app = opened(DISBURSEMENT)
    drawn = app.get("plotly_chart")
    assert len(drawn) == 4
    for chart in drawn:
        assert chart.proto.alt
        assert json.loads(chart.proto.config)["displayModeBar"] is False
    assert len([e for e in app.expander if e.label == "Bảng số"]) == len(drawn) and len(app.table) >= len(drawn)


def test_a_closed_tab_asks_nothing(nothing_remembered, opened, monkeypatch):
    asked = []
    monkeypatch.setattr(disbursement, "by_unit_component", lambda *a, **k: asked.append(k))
    opened(DISBURSEMENT)
    assert not asked


@pytest.mark.parametrize("tab", ["Đơn vị × dự án", "Giao, phân bổ, giải ngân", "Số tiền theo thời gian", "Vướng mắc"])
def test_every_tab_opens(opened, tab):
    app = opened(DISBURSEMENT)
    before = len(app.table)
    app.session_state["the"] = tab
    app.run()
    assert not app.exception
    assert len(app.table) == before


def test_a_unit_that_has_not_reported_is_said_so_and_never_zero(opened, thin_home):
    app = opened(DISBURSEMENT, home=thin_home)
    bars, labels = next(chart["data"] for chart in charts(app) if chart["layout"]["uirevision"] == "share_bars shown")
    assert [words.strip() for words in labels["text"]].count("chưa có báo cáo") == 12
    assert bars["x"].count(None) == 12 and 0 not in bars["x"]
    assert "3/15 đơn vị có số liệu đúng ngày" in said(app)


def test_a_unit_whose_figure_is_older_than_the_chosen_day_is_marked_wherever_it_stands(opened):
    app = opened(DISBURSEMENT, nam="2024", ngay="2024-04-14", don_vi="945")
    assert app.header[0].value.startswith("Số gần nhất 14/03/2024 (chưa có báo cáo đến 14/04/2024): Cù Lao Dung giải ngân ")
    bars = next(chart["data"] for chart in charts(app) if chart["layout"]["uirevision"] == "share_bars shown")
    assert [words.strip() for words in bars[1]["text"] if "số đến" in words] == ["0,33%, số đến 14/03"]


@pytest.mark.parametrize("page", [OVERVIEW, DISBURSEMENT])
@pytest.mark.parametrize("component", ["DA5", "DA1-TDA2"])
def test_what_is_not_run_in_the_province_is_one_sentence_and_no_empty_figures(opened, page, component):
    app = opened(page, du_an=component)
    assert [
        info.value for info in app.info if info.value.startswith(component) and info.value.endswith(": không thực hiện tại địa phương.")
    ]
    assert not app.metric and not app.get("plotly_chart") and not app.header


def test_an_empty_table_says_so_in_vietnamese(opened):
    app = opened(DISBURSEMENT, du_an="DA7")
    app.session_state["the"] = "Vướng mắc"
    app.run()
    assert not app.exception
    assert "Chưa có dòng nào." in said(app)
    assert all(len(table.value) for table in app.table)


def test_plan_without_a_figure_stands_beside_the_rate_with_the_lower_bound(opened, thin_home):
    for page in (OVERVIEW, DISBURSEMENT):
        app = opened(page, home=thin_home)
        assert any("kế hoạch chưa có số giải ngân" in w.value and "tỷ lệ ít nhất" in w.value for w in app.warning)


def test_the_overview_lists_the_silent_and_says_with_whom_it_cannot_compare(opened, thin_home):
    app = opened(home=thin_home)
    assert "Đơn vị thấp hơn mức chung từ 10 điểm % hoặc chưa có số (12)" in said(app)
    assert sum("chưa có báo cáo; kế hoạch" in link.proto.label for link in app.get("page_link")) == 4
    assert "dòng khác ở trang Việc cần xử lý" in " ".join(link.proto.label for link in app.get("page_link"))
    assert "Chưa so được với cùng kỳ năm trước" in said(app)
    assert "Đây là kỳ số liệu đầu tiên của năm." in said(app)


def test_two_runs_of_one_choice_ask_the_store_once(opened, monkeypatch):
    app = opened()
    asked = []
    read = Store.read
    monkeypatch.setattr(Store, "read", lambda self, statement, **given: asked.append(statement) or read(self, statement, **given))
    app.run()
    assert len(asked) <= 1  # only the gate asks anew which units there are


def test_every_heading_and_button_is_vietnamese(opened):
    for page in (OVERVIEW, DISBURSEMENT):
        app = opened(page)
        for word in ("Download", "Search", "Select", "Choose", "required", "None", "nan", "NaT", "<NA>"):
            assert word not in said(app), word


def test_the_day_of_the_year_before_is_the_same_day_and_month():
    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert a_year_before(date(2024, 11, 15)) == date(2023, 11, 15)
