"""The forecast in words: the range with its claim, the money at risk, the pace, and the reason where there is no range."""

import pandas as pd
import pytest

from pages.parts import charts, formats, outlook

MILLION = 1_000_000
RANGE = {
    "code": "A", "name": "Đơn vị A", "short_name": "A", "kind": "district",
    "planned_vnd": 114_277 * MILLION, "disbursed_vnd": 68_566 * MILLION, "disbursed_share": 0.6,
    "years_count": 2, "claim_share": 0.5, "low_share": 0.841, "middle_share": 0.88, "high_share": 0.923,
    "at_risk_low_vnd": 8_800 * MILLION, "at_risk_high_vnd": 18_100 * MILLION, "needed_monthly_vnd": 12_300 * MILLION,
    "recent_monthly_vnd": 9_100 * MILLION, "recent_from_on": pd.Timestamp("2024-08-14"), "no_range_reason": None,
}  # fmt: skip
NOTHING = dict.fromkeys(["claim_share", "low_share", "middle_share", "high_share", "at_risk_low_vnd", "at_risk_high_vnd"])
FEW = RANGE | NOTHING | {"code": "B", "short_name": "B", "years_count": 1, "no_range_reason": "few_years"}


def row(**changed: object) -> pd.Series:
    return pd.Series(RANGE | changed, dtype=object)


def answer(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(list(rows)).astype({"planned_vnd": "Int64", "at_risk_low_vnd": "Int64", "at_risk_high_vnd": "Int64"})


def test_everything_the_forecast_says_stands_in_one_sentence():
    assert outlook.sentence(row(), 0.95) == (
        "Dự báo đến 31/12: 84,10–92,30% (theo 2 năm trước; khoảng này đúng khoảng một nửa số lần); vốn có nguy cơ không giải ngân hết "
        "8.800–18.100 triệu đồng; cần 12.300 triệu đồng mỗi tháng để đạt 95,00%, gần đây (từ 14/08/2024) 9.100 triệu đồng mỗi tháng."
    )


@pytest.mark.parametrize(("claim", "words"), [(0.5, "một nửa"), (2 / 3, "hai phần ba"), (0.8, "bốn phần năm")])
def test_each_claim_of_the_statement_has_its_words(claim, words):
    assert outlook.claim(row(claim_share=claim)) == f"khoảng này đúng khoảng {words} số lần"


def test_too_few_years_are_counted_and_what_is_known_is_still_said():
    told = outlook.sentence(pd.Series(FEW, dtype=object), 0.95)
    assert told.startswith("Dự báo đến 31/12: chưa đủ số liệu để dự báo (cần 2 năm trước đủ số liệu, mới có 1); cần 12.300 triệu đồng")
    assert "nguy cơ" not in told


@pytest.mark.parametrize("reason", ["no_plan", "no_result", "year_over", "stale", "all_spent"])
def test_every_reason_has_a_sentence(reason):
    told = outlook.sentence(row(**NOTHING, no_range_reason=reason, needed_monthly_vnd=None, recent_monthly_vnd=None), None)
    assert told == f"Dự báo đến 31/12: {outlook.NO_RANGE[reason]}."


def test_a_target_that_is_reached_asks_for_nothing_more():
    assert "; đã đạt mục tiêu 95,00%, gần đây" in outlook.sentence(row(needed_monthly_vnd=0), 0.95)
    assert "mục tiêu" not in outlook.sentence(row(), None)


def test_rows_without_a_plan_are_left_out_and_the_most_money_at_risk_stands_first():
    small = RANGE | {"code": "C", "short_name": "C", "at_risk_high_vnd": 5 * MILLION}
    none = RANGE | NOTHING | {"code": "D", "planned_vnd": None, "no_range_reason": "no_plan"}
    ready = outlook.ready(answer(FEW, none, small, RANGE))
    assert ready["code"].tolist() == ["A", "C", "B"]
    assert ready["label"].tolist() == ["84,10–92,30%", "84,10–92,30%", "chưa đủ số liệu"]
    assert "mới có 1" in ready["forecast_note"].iloc[2]


@pytest.mark.parametrize(
    ("rows", "target", "finding"),
    [
        ((RANGE, FEW), 0.95, "1/1 đơn vị có dự báo không đạt 95,00% ngay cả ở mức cao; nguy cơ lớn nhất: A (8.800–18.100 triệu đồng)"),
        ((RANGE,), 0.9, "Mọi đơn vị có dự báo đều còn khả năng đạt 90,00%; nguy cơ lớn nhất: A (8.800–18.100 triệu đồng)"),
        ((RANGE,), None, "Dự báo đến 31/12, nguy cơ lớn nhất: A (8.800–18.100 triệu đồng)"),
        ((FEW,), 0.95, "Dự báo đến 31/12: chưa đủ số liệu để dự báo (cần 2 năm trước đủ số liệu, mới có 1)"),
    ],
)
def test_the_chart_says_who_will_not_reach_the_target(rows, target, finding):
    assert outlook.finding(answer(*rows), target) == finding


def back_test(**changed: object) -> pd.DataFrame:
    one = {
        "grouped_by": "total", "forecast_from": "others", "tried_count": 4, "mean_error_share": 0.032, "largest_error_share": 0.05,
        "range_count": 0, "covered_count": 0, "claim_share": None, "is_sample": True,
    }  # fmt: skip
    return pd.DataFrame([one | changed])


def test_the_error_stands_beside_the_forecast_and_invented_data_says_so():
    invented = "; số liệu minh họa: sai số này là của số liệu bịa."
    assert outlook.tested(back_test()) == f"Thử lại trên các năm trước: lệch trung bình 3,20 điểm % (4 lần thử){invented}"
    real = outlook.tested(back_test(is_sample=False, range_count=3, covered_count=2, claim_share=0.5))
    assert real.endswith("(4 lần thử); khoảng dự báo đúng 2/3 lần, mức nêu là 50,00%.")
    none = outlook.tested(back_test(tried_count=0, mean_error_share=None))
    assert none == "Chưa có lần thử lại nào trên các năm trước (cần ít nhất 2 năm đã xong, đủ số liệu cùng kỳ); số liệu minh họa."


def test_the_back_test_reads_as_a_table():
    told = outlook.tries(back_test()).iloc[0]
    assert (told.grouped_by, told.forecast_from, told.mean_error, told.largest_error) == (
        "Tổng số",
        "các năm khác",
        "3,20 điểm %",
        "5,00 điểm %",
    )
    assert set(told.index) - {"mean_error_share", "largest_error_share", "is_sample"} <= set(formats.HEADINGS)


def test_the_chart_draws_range_middle_now_and_target_and_nothing_where_there_is_no_range():
    chart = charts.ranges(outlook.ready(answer(RANGE, FEW)), name="short_name", label="label", target=0.95)
    bar, middle, now, labels = chart.data
    assert (list(bar.base), list(bar.x)) == ([0.841, None], [pytest.approx(0.082), None])
    assert (list(middle.x), list(now.x)) == ([0.88, None], [0.6, 0.6])
    assert [text.strip() for text in labels.text] == ["84,10–92,30%", "chưa đủ số liệu"]
    assert (chart.layout.shapes[0].x0, chart.layout.annotations[0].text) == (0.95, "mục tiêu năm 95,00%")
    assert bar.marker.pattern.shape and chart.layout.shapes[0].line.dash == "dash"
