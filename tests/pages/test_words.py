"""How figures are written and said."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts import findings, formats, words

MILLION = 1_000_000


def total(planned: object, disbursed: object, compared: object, **more: object) -> pd.Series:
    share = None if compared in (None, 0) or disbursed is None else disbursed / compared
    known = {"planned_vnd": planned, "disbursed_vnd": disbursed, "compared_planned_vnd": compared, "disbursed_share": share}
    rest = {
        "unreported_planned_vnd": (planned or 0) - (compared or 0),
        "lower_share": disbursed / planned if disbursed and planned else None,
    }
    return pd.Series(known | rest | more, dtype=object)


@pytest.mark.parametrize(
    ("written", "as_it_reads"),
    [
        (formats.million(102_408_000_000), "102.408"),
        (formats.million(1_499_999), "1"),
        (formats.million(500_000), "0,500"),
        (formats.million(0), "0"),
        (formats.million(None), "—"),
        (formats.million(pd.NA), "—"),
        (formats.share(0.8961), "89,61%"),
        (formats.share(0.896149), "89,61%"),
        (formats.share(0), "0,00%"),
        (formats.share(None), "—"),
        (formats.points(-0.35), "35,00 điểm %"),
        (formats.day(pd.NaT), "—"),
        (formats.pair(102_408_000_000, 114_277_000_000, 0.8961), "102.408/114.277 triệu đồng, đạt 89,61% kế hoạch vốn"),
        (formats.pair(None, 5 * MILLION, None), "kế hoạch vốn 5 triệu đồng, chưa có số giải ngân"),
        (formats.pair(None, None, None), "chưa có kế hoạch vốn"),
    ],
)
def test_figures_read_as_in_a_vietnamese_report(written, as_it_reads):
    assert written == as_it_reads


@given(st.integers(0, 10**15))
def test_a_written_amount_reads_back_to_the_nearest_million(vnd):
    read = float(formats.million(vnd).replace(".", "").replace(",", "."))
    assert abs(read * MILLION - vnd) <= MILLION / 2


def test_plan_without_a_figure_is_said_with_the_lower_bound():
    [told] = words.cautions(total(90_000 * MILLION, 82_007 * MILLION, 89_448 * MILLION))
    assert told == "552 triệu đồng kế hoạch chưa có số giải ngân; tính trên toàn bộ kế hoạch 90.000 triệu đồng, tỷ lệ ít nhất 91,12%."


def test_where_no_figure_is_missing_nothing_is_cautioned():
    assert words.cautions(total(100, 60, 100)) == []


def test_the_headline_names_day_place_pair_rate_and_the_way_to_the_target():
    told = words.headline(total(100 * MILLION, 60 * MILLION, 100 * MILLION), pd.Timestamp(2024, 11, 15).date(), "tỉnh A", 0.95)
    assert told == (
        "Đến 15/11/2024, tỉnh A giải ngân 60/100 triệu đồng, đạt 60,00% kế hoạch vốn, thấp hơn mục tiêu cả năm (95,00%) 35,00 điểm %."
    )
    early = words.headline(total(100 * MILLION, 20 * MILLION, 100 * MILLION), date(2024, 4, 14), "tỉnh A", 0.95)
    assert early.endswith("chậm hơn mức đều theo thời gian (28,69%) 8,69 điểm %; mục tiêu cả năm 95,00%, còn 75,00 điểm %.")


def test_in_the_second_half_of_the_year_and_after_it_the_headline_names_only_the_way_to_the_target():
    for on in (date(2024, 12, 31), date(2025, 1, 31)):
        told = words.headline(total(100 * MILLION, 60 * MILLION, 100 * MILLION), on, "tỉnh A", 0.95, plan_year=2024)
        assert told.endswith("đạt 60,00% kế hoạch vốn, thấp hơn mục tiêu cả năm (95,00%) 35,00 điểm %.")


def test_one_unit_with_an_older_figure_is_measured_on_the_day_of_its_figure():
    late = pd.Series({"unit_count": 1, "oldest_on": pd.Timestamp(2024, 3, 14)})
    told = words.headline(total(100 * MILLION, 10 * MILLION, 100 * MILLION), date(2024, 4, 14), "huyện A", None, coverage=late)
    assert told.startswith("Số gần nhất 14/03/2024 (chưa có báo cáo đến 14/04/2024): huyện A giải ngân 10/100 triệu đồng")
    assert "mức đều theo thời gian (20,22%)" in told


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ([0.0, 0.0, 0.2483], "Các dự án, tiểu dự án đạt từ 0,00% đến 24,83%; thấp nhất: 2 dự án, tiểu dự án cùng 0,00%"),
        ([0.01, 0.02], "Các dự án, tiểu dự án không chênh nhau nhiều; thấp nhất là A (1,00%)"),
        ([0.01], "A đạt 1,00%"),
    ],
)
def test_components_are_alike_only_where_they_lie_close_together(shares, told):
    answer = pd.DataFrame({"short_name": list("ABC")[: len(shares)], "disbursed_share": shares, "is_behind": False})
    assert findings.components(answer, 0.1) == told


def test_below_the_margin_nobody_is_said_not_to_lag():
    answer = pd.DataFrame({"short_name": ["A", "B"], "disbursed_share": [0.0, 0.1], "is_behind": False})
    assert findings.units(answer, 0.05, 0.1).startswith("Mức chung mới 5,00%, chưa đủ để xét")


def test_last_year_is_compared_with_how_many_units_stand_behind_it():
    before = pd.Series({"exact_count": 14, "unit_count": 15})
    told = words.since(total(100, 60, 100), total(100, 50, 100), date(2023, 3, 14), "cùng kỳ năm trước", before)
    assert told.startswith("So với cùng kỳ năm trước (14/03/2023; 14/15 đơn vị có số liệu đúng ngày): ")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (total(None, None, None, is_run=False), "không thực hiện"),
        (total(None, None, None, is_run=True), "không có kế hoạch vốn"),
        (total(100, None, None, reported_on=pd.NaT), "chưa có báo cáo"),
        (total(100, None, None, reported_on=pd.Timestamp(2024, 1, 1)), "chưa có số giải ngân"),
        (total(100, 50, 80), "62,50%*"),
        (total(100, 0, 100), "0,00%"),
        (total(100, 105, 100), "105,00%, vượt kế hoạch"),
    ],
)
def test_a_row_without_a_rate_says_why(row, told):
    assert words.state_of(row) == told


def test_the_why_comes_from_the_units_or_says_that_they_gave_none():
    nothing = pd.DataFrame(columns=["cause_name", "held_up_vnd", "unit_count"])
    assert words.why(nothing) == "Nguyên nhân: đơn vị chưa nêu nguyên nhân."
    assert findings.obstacles(nothing) == "Đơn vị chưa nêu nguyên nhân"


def test_what_a_unit_wrote_is_shown_as_text_and_never_as_a_picture_a_link_or_a_formula():
    answer = pd.DataFrame({"explanation": ["![x](https://example.org/x.png) **$a$**", "=1+1"]})
    shown = formats.table(answer, "explanation").to_string()
    assert "\\!\\[x\\](https\\://example.org/x.png) \\*\\*\\$a\\$\\*\\*" in shown
    assert "\n'=1+1" in formats.csv(answer, ("explanation",), ()).decode("utf-8-sig").replace("\r", "")


def test_columns_that_say_nothing_are_left_out_of_a_table_but_not_of_a_file():
    answer = pd.DataFrame({"name": ["A"], "unreported_planned_vnd": [0], "lower_share": [0.5]})
    assert list(formats.table(answer, "name", "unreported_planned_vnd", "lower_share").data.columns) == ["Tên"]
    assert list(formats.table(answer.assign(unreported_planned_vnd=5), "name", "lower_share").data.columns) == ["Tên", "Ít nhất"]
    assert "Ít nhất" in formats.csv(answer, ("name", "lower_share"), ()).decode()


def test_a_file_of_figures_carries_whole_dong_and_its_notes():
    answer = pd.DataFrame({"name": ["A"], "planned_vnd": [1_234_567], "disbursed_share": [0.5]})
    text = formats.csv(answer, ("name", "planned_vnd", "disbursed_share"), ("Số liệu minh họa",)).decode("utf-8-sig")
    assert text.splitlines() == ["Tên;Kế hoạch vốn (đồng);Tỷ lệ giải ngân (%)", "A;1234567;50,00", "", '"Số liệu minh họa"']
