"""The page that sets districts beside each other, on the samples and on a home where most units are silent."""

import re

import pytest

from pages.parts.charts.maps import SHADES
from tests.pages.test_frame import address, said
from tests.pages.test_pages import charts

PAGE = "pages/compare/districts.py"
NOVEMBER = {"nam": "2024", "ngay": "2024-11-15"}
TABS = ["Quy mô vốn và tỷ lệ", "Đường lũy kế từng huyện", "Đặt cạnh nhau"]


@pytest.fixture
def compared(at_address):
    return at_address(PAGE)


def chart(app, name: str) -> dict:
    return next(drawn for drawn in charts(app) if drawn["layout"]["uirevision"] == name)


def labels(app) -> list[str]:
    return [words.strip() for words in chart(app, "rank_bars")["data"][1]["text"]]


def tables(app) -> str:
    return "\n".join(str(table.value.to_dict()) for table in app.table)


def test_the_page_ranks_districts_and_says_who_leads_and_who_is_last(compared):
    app = compared(**NOVEMBER)
    told = "Đến 15/11/2024, xếp theo tỷ lệ giải ngân: TX Vĩnh Châu dẫn đầu (90,40%), Châu Thành thấp nhất (25,88%)."
    assert app.header[0].value == told
    names = chart(app, "rank_bars")["data"][0]["y"]
    assert (len(names), names[0], names[-1]) == (11, "1. TX Vĩnh Châu", "11. Châu Thành")  # departments are not ranked
    assert labels(app)[0] == "90,40% (22.658)"  # the plan in triệu đồng stands beside the rate


def test_at_most_four_charts_on_first_sight_each_in_words_and_with_its_figures(compared):
    app = compared(**NOVEMBER)
    drawn = app.get("plotly_chart")
    assert len(drawn) == 3 and all(each.proto.alt for each in drawn)
    assert len([e for e in app.expander if e.label == "Bảng số"]) == len(drawn) and len(app.table) == len(drawn)
    marks = sum(len(trace.get("x", [])) for each in charts(app) for trace in each["data"] if isinstance(trace.get("x"), list))
    assert 0 < marks <= 1_000


def test_the_change_of_rank_stands_beside_the_rate(compared):
    app = compared(nam="2024", ngay="2024-03-14")
    assert "0,47% (5.980) ▲2" in labels(app) and "0,33% (5.369) ▼2" in labels(app)
    assert "5/11 huyện đổi hạng so với 14/02/2024, nhiều nhất: Thạnh Trị ▲2" in said(app)
    first = compared(nam="2024", ngay="2024-01-14")
    assert "Đây là ngày chốt đầu tiên của năm" in said(first)
    assert not any("▲" in words or "▼" in words for words in labels(first))


def test_another_measure_counts_reports_and_stands_in_the_address(compared):
    app = compared(**NOVEMBER)
    assert "thuoc-do" not in address(app)  # what opening the page shows is no step of its own
    app.segmented_control(key="thuoc-do").set_value("Tỷ lệ báo cáo đúng hạn").run()
    assert address(app)["thuoc-do"] == "dung-han"
    assert "6 huyện cùng dẫn đầu (100,00%), TP Sóc Trăng thấp nhất (72,73%)" in app.header[0].value
    assert labels(app)[-1] == "72,73% (8/11)"
    names = chart(app, "rank_bars")["data"][0]["y"]
    assert [name.split(".")[0] for name in names] == ["1"] * 6 + ["7", "7", "9", "9", "11"]


def test_targets_reached_are_counted_against_targets_set(compared):
    app = compared(**NOVEMBER, thuoc_do="chi-tieu")
    assert "xếp theo tỷ lệ chỉ tiêu đạt kế hoạch" in app.header[0].value
    assert all(re.fullmatch(r"\d+,\d\d% \(\d+/\d+\)( [▲▼]\d+)?", words) for words in labels(app))


def test_a_copied_link_opens_the_same_measure_tab_and_districts(compared):
    app = compared(**NOVEMBER)
    app.segmented_control(key="thuoc-do").set_value("Tỷ lệ báo cáo đúng hạn").run()
    app.session_state["phan"] = "Đặt cạnh nhau"
    app.run()
    app.pills(key="so-voi").set_value(["Kế Sách", "TX Vĩnh Châu", "Mỹ Tú"]).run()
    link = address(app)
    assert {"thuoc-do": "dung-han", "phan": "canh-nhau", "so-voi": "943,950,944"}.items() <= link.items()
    again = compared(**link)
    assert address(again) == link
    assert (again.header[0].value, tables(again)) == (app.header[0].value, tables(app))
    assert [tab.label for tab in again.tabs] == TABS


def test_what_belongs_to_this_page_stays_here(compared):
    app = compared(**NOVEMBER, thuoc_do="dung-han")
    assert address(app)["thuoc-do"] == "dung-han"
    app.switch_page("pages/progress/disbursement.py").run()
    assert "thuoc-do" not in address(app)
    app.switch_page(PAGE).run()
    assert "tỷ lệ giải ngân" in app.header[0].value


def test_a_link_that_names_an_unknown_measure_or_district_says_so(compared):
    app = compared(**NOVEMBER, thuoc_do="chieu-cao", so_voi="943,999,950")
    notes = [info.value for info in app.info]
    assert any("thuoc-do=chieu-cao" in note for note in notes) and any("so-voi=999" in note for note in notes)
    assert "thuoc-do" not in address(app) and address(app)["so-voi"] == "943,950"


def test_the_filters_narrow_the_money_and_the_page_says_that_reports_do_not_depend_on_them(compared):
    whole, part = compared(**NOVEMBER), compared(**NOVEMBER, du_an="DA7")
    assert labels(whole) != labels(part)
    reports = compared(**NOVEMBER, du_an="DA7", thuoc_do="dung-han")
    assert labels(reports) == labels(compared(**NOVEMBER, thuoc_do="dung-han"))
    assert any("không phụ thuộc dự án, nguồn vốn, loại vốn đang chọn" in info.value for info in reports.info)


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens_and_shows_its_figures(compared, tab):
    app = compared(**NOVEMBER)
    app.session_state["phan"] = tab
    app.run()
    assert not app.exception and len(app.table) == 3


def test_every_district_has_a_small_curve_beside_that_of_the_province(compared):
    app = compared(**NOVEMBER, phan="duong")
    drawn = chart(app, "small_curves")
    assert len(drawn["data"]) == 22
    assert [trace["line"]["dash"] for trace in drawn["data"]] == ["dash", "solid"] * 11
    assert "6/11 huyện dưới đường toàn tỉnh; xa nhất là Châu Thành" in said(app)


def test_districts_side_by_side_show_counts_beside_rates(compared):
    app = compared(**NOVEMBER, phan="canh-nhau", so_voi="943,945")
    told = app.table[-1].value
    assert list(told.columns) == ["Nội dung", "Kế Sách", "Cù Lao Dung"]
    rows = told.set_index("Nội dung")["Cù Lao Dung"]
    assert (rows["Hạng giải ngân"], rows["Báo cáo đúng hạn"]) == ("10/11", "9/11 báo cáo (81,82%)")
    assert "Kế Sách giải ngân cao nhất trong các huyện được chọn (63,18%), hơn Cù Lao Dung (30,52%) 32,66 điểm %" in said(app)
    many = compared(**NOVEMBER, phan="canh-nhau", so_voi="941,942,943,944,945")
    assert any("Chỉ đặt cạnh nhau được 4 huyện" in info.value for info in many.info)
    assert len(many.table[-1].value.columns) == 5


def test_the_map_of_tiles_writes_name_and_value_in_every_tile(compared):
    *areas, words = chart(compared(**NOVEMBER), "tiles")["data"]
    assert len(areas) == len(words["text"]) == 11
    assert "TX Vĩnh<br>Châu<br><b>90,40%</b>" in words["text"]
    assert {area["fillcolor"] for area in areas} <= set(SHADES) and len({area["fillcolor"] for area in areas}) > 2


def test_the_chosen_unit_is_marked_and_the_others_stay(compared):
    app = compared(**NOVEMBER, don_vi="948")
    names = chart(app, "rank_bars")["data"][0]["y"]
    assert len(names) == 11 and [name for name in names if "<b>" in name] == ["<b>9. TX Ngã Năm</b>"]


def test_each_district_leads_to_its_profile_with_the_filters_kept(compared):
    links = [link.proto for link in compared(**NOVEMBER, nguon="NSTW").get("page_link")]
    district = [link for link in links if link.label == "Kế Sách"]
    assert district
    assert all(part in district[0].query_string for part in ("don-vi=943", "ngay=2024-11-15", "nguon=NSTW"))


def test_the_silent_have_no_rank_and_stand_at_the_foot_hatched_on_the_map(compared, thin_home):
    app = compared(home=thin_home)
    assert "8/11 huyện chưa có số để xếp hạng" in app.header[0].value
    assert labels(app)[3:] == ["chưa có báo cáo"] * 8
    bars = chart(app, "rank_bars")["data"][0]
    assert bars["x"][3:] == [None] * 8 and all(name.startswith("– ") for name in bars["y"][3:])
    *areas, words = chart(app, "tiles")["data"]
    assert sum(area.get("fillpattern", {}).get("shape") == "/" for area in areas) == 8
    assert sum("<b>—</b>" in text for text in words["text"]) == 8
    app.session_state["phan"] = "Đường lũy kế từng huyện"
    app.run()
    assert not app.exception


def test_what_is_not_run_in_the_province_is_one_sentence(compared):
    app = compared(**NOVEMBER, du_an="DA5")
    assert [info.value for info in app.info if "không thực hiện tại địa phương" in info.value]
    assert not app.get("plotly_chart") and not app.header
