"""The page of targets: how many stand where, the matrix, the bullets, one indicator in detail; on the samples and where little is known."""

import json
from collections import Counter
from datetime import date

import pytest

from pages.parts import attained
from queries import targets
from tests.pages.test_frame import address, said
from tests.pages.test_pages import charts

NOVEMBER = {"nam": "2024", "ngay": "2024-11-15"}
DECEMBER = {"nam": "2024", "ngay": "2024-12-31"}
TABS = ["Khmer, nữ", "Kế hoạch năm và giai đoạn 5 năm", "Đơn vị khó đạt, chưa đạt"]


def drawn(app, name: str) -> dict:
    return next(chart for chart in charts(app) if chart["layout"]["uirevision"] == name)


@pytest.mark.parametrize("day", [NOVEMBER, DECEMBER])
def test_the_headline_counts_what_the_question_says(aimed, asked, day):
    province = asked(targets.province, plan_year=2024, on=date.fromisoformat(day["ngay"]))
    stood = Counter(province[province["breakdown"] == "CHUNG"]["status"])
    with_target = sum(stood.values()) - stood["no_target"]
    words = {"exceeded": "vượt", "reached": "đạt", "under_way": "đang thực hiện", "at_risk": "khó đạt", "missed": "chưa đạt"}
    header = aimed(**day).header[0].value
    assert f"trong {with_target} chỉ tiêu có kế hoạch của toàn tỉnh" in header
    told = [f"{stood[status]} {word}" for status, word in words.items() if stood[status]]
    assert len(told) >= 2 and all(part in header for part in told)


def test_the_thresholds_are_said_to_be_the_offices(aimed):
    app = aimed(**NOVEMBER)
    assert "mức đánh giá do văn phòng đặt, không có căn cứ pháp lý" in said(app)
    assert all(word in said(app) for _, word in attained.STATUSES.values())


def test_the_group_and_the_indicator_stand_in_the_address(aimed):
    assert not {"nhom", "chi-tieu"} & address(aimed(**NOVEMBER)).keys()
    app = aimed(**NOVEMBER, nhom="KH")
    assert address(app)["nhom"] == "KH"
    assert set(drawn(app, "statuses")["data"][0]["y"]) == {
        "Giảm hộ nghèo", "Giải quyết việc làm", "Đi làm việc ở nước ngoài", "Đào tạo nghề", "Mô hình sinh kế", "Giải ngân vốn"
    }  # fmt: skip
    assert address(aimed(**NOVEMBER, chi_tieu="KH-VIECLAM"))["chi-tieu"] == "KH-VIECLAM"


def test_an_unknown_indicator_is_said_not_dropped(aimed):
    app = aimed(**NOVEMBER, chi_tieu="KHONG-CO")
    assert any("chi-tieu=KHONG-CO" in info.value for info in app.info)
    assert app.header


def test_a_cell_has_its_symbol_and_share_and_what_is_not_held_is_empty(aimed, asked):
    grid = drawn(aimed(**NOVEMBER), "statuses")["data"][0]
    assert grid["x"][0] == "<b>Toàn tỉnh</b>"
    symbols = tuple(symbol for symbol, _ in attained.STATUSES.values())
    units = asked(targets.by_unit, plan_year=2024, on=date(2024, 11, 15))
    held = units[units["breakdown"] == "CHUNG"]
    empty = 0
    for name, line in zip(grid["y"], grid["text"], strict=True):
        for unit, text in zip(grid["x"][1:], line[1:], strict=True):
            row = held[(held["indicator_short_name"] == name) & (held["unit_short_name"] == unit)]
            assert len(row) == (1 if text else 0)
            empty += not text
            if text:
                assert text.startswith(symbols)
                share = row["attainment_share"].iloc[0]
                assert text[1:] == ("" if share != share else f"{share * 100:.1f}".replace(".", ",")) or abs(share * 1000 % 1 - 0.5) < 1e-6
    assert empty


def test_what_is_known_only_at_the_years_end_has_no_mark_of_where_it_should_be(aimed, asked):
    shown = drawn(aimed(**NOVEMBER), "bullets")["data"]
    marks = next(trace for trace in shown if trace.get("name") == "theo tiến độ phải đạt đến nay")
    province = asked(targets.province, plan_year=2024, on=date(2024, 11, 15))
    whole = province[province["breakdown"] == "CHUNG"]
    assert 0 < len(marks["y"]) == whole["expected_share"].notna().sum() < len(whole)


def test_the_figures_stand_beside_the_bars_in_words(aimed):
    labels = "\n".join(drawn(aimed(**DECEMBER), "bullets")["data"][-1]["text"])
    assert "<b>Giảm hộ nghèo</b>: ▲ 1,22/1,00 điểm % (2,54% → 1,32%), đạt 122,00%" in labels
    assert "người), chỉ tiêu 100%, đạt" in labels  # a rate has its counts beside it


def test_at_most_four_charts_on_first_sight_each_in_words_and_with_its_figures(aimed):
    app = aimed(**NOVEMBER)
    shown = app.get("plotly_chart")
    assert 1 <= len(shown) <= 4
    for chart in shown:
        assert chart.proto.alt and json.loads(chart.proto.config)["displayModeBar"] is False
    assert len(app.table) >= len(shown)


def test_a_closed_tab_asks_nothing(nothing_remembered, aimed, monkeypatch):
    seen = []
    monkeypatch.setattr(targets, "five_years", lambda *a, **k: seen.append(k))
    aimed(**NOVEMBER)
    assert not seen


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens(aimed, tab):
    app = aimed(**NOVEMBER)
    app.session_state["the-muc-tieu"] = tab
    app.run()
    assert not app.exception and len(app.table) >= 3


def test_a_breakdown_is_a_row_of_its_own_and_the_whole_stays_what_it_was(aimed, asked):
    app = aimed(**DECEMBER)
    parts = next(t.value for t in app.table if any("(trong đó: Khmer)" in str(v) for v in t.value["Chỉ tiêu"]))
    whole = asked(targets.province, plan_year=2024, on=date(2024, 12, 31), indicator="KH-VIECLAM")
    told = dict(zip(parts["Chỉ tiêu"], parts["Thực hiện"], strict=True))
    jobs = int(whole[whole["breakdown"] == "CHUNG"]["achieved"].iloc[0])
    assert told["Giải quyết việc làm"] == f"{jobs:,}".replace(",", ".")
    assert told["Giải quyết việc làm (trong đó: Khmer)"] != told["Giải quyết việc làm"]


def test_the_unit_filter_narrows_the_sentence_and_marks_the_column(aimed):
    app = aimed(**NOVEMBER, don_vi="944")
    assert "chỉ tiêu có kế hoạch của Mỹ Tú" in app.header[0].value
    grid = drawn(app, "statuses")["data"][0]
    assert "<b>Mỹ Tú</b>" in grid["x"] and len(grid["x"]) > 10


def test_a_component_narrows_to_its_indicators_and_what_does_not_apply_is_said(aimed):
    assert set(drawn(aimed(**NOVEMBER, du_an="DA4"), "statuses")["data"][0]["y"]) == {
        "Giải quyết việc làm", "Đi làm việc ở nước ngoài", "Đào tạo nghề"
    }  # fmt: skip
    app = aimed(**NOVEMBER, du_an="DA6", nguon="NSTW")
    assert any("Chưa có chỉ tiêu nào gắn với DA6" in i.value and "không áp dụng lựa chọn Ngân sách trung ương" in i.value for i in app.info)


def test_what_a_unit_does_not_hold_is_one_sentence(aimed, asked):
    holders = asked(targets.by_unit, plan_year=2024, on=date(2024, 11, 15), indicator="KH-GIAINGAN")
    department = holders[holders["kind"] == "department"]["unit_code"].iloc[0]
    app = aimed(**NOVEMBER, du_an="DA4-TDA2", don_vi=department)
    assert any("chưa có chỉ tiêu nào trong phạm vi đang xem" in info.value for info in app.info)
    assert not app.get("plotly_chart") and not app.header


def test_a_presentation_shows_one_chart_of_the_worst_and_no_tables(aimed):
    app = aimed(**NOVEMBER, trinh_chieu="1")
    assert len(app.get("plotly_chart")) == 1 and not app.table
    words = drawn(app, "bullets")["data"][-1]["text"]
    assert 5 <= len(words) <= 10 and "▼" in words[0]


def test_where_little_is_known_nothing_is_zero(aimed, thin_home):
    app = aimed(home=thin_home)
    assert "chưa có kết quả" in app.header[0].value
    for chart in charts(app):
        assert "nan" not in json.dumps(chart).lower().replace("nanum", "")
    aimed(home=thin_home, chi_tieu="KH-VIECLAM")


def test_every_heading_is_vietnamese(aimed):
    for given in (NOVEMBER, NOVEMBER | {"chi_tieu": "KH-VIECLAM"}):
        app = aimed(**given)
        for word in ("None", "nan", "NaT", "<NA>"):
            assert word not in said(app), word
            assert not any((table.value.astype(str) == word).any().any() for table in app.table), word
