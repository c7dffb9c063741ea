"""The charts of a .pdf: places between 0 and 1, and the figures written beside them."""

from datetime import date

import pandas as pd

from pages.exports.paper import Chart
from pages.exports.pdf_chart import drawn

MONEY, RATE = (("Vốn", "planned_vnd"),), (("Tỷ lệ", "disbursed_share"),)


def test_bars_are_as_long_as_their_share_of_the_whole_and_money_of_the_largest():
    rows = pd.DataFrame(
        {"unit_name": ["A", "B", "C"], "disbursed_share": [0.5, None, 0.25], "planned_vnd": [4_000_000, 1_000_000, 2_000_000]}
    )
    shares = drawn(Chart("bars", rows, "unit_name", RATE, "Tỷ lệ"))
    assert [(row["name"], row["bars"]) for row in shares["rows"]] == [
        ("A", [{"share": 0.5, "said": "50,00%"}]),
        ("B", [{"share": 0, "said": "—"}]),
        ("C", [{"share": 0.25, "said": "25,00%"}]),
    ]
    amounts = drawn(Chart("columns", rows, "unit_name", MONEY, "Vốn"))
    assert [row["bars"][0] for row in amounts["rows"]] == [
        {"share": 1, "said": "4"},
        {"share": 0.25, "said": "1"},
        {"share": 0.5, "said": "2"},
    ]


def test_what_an_answer_says_of_a_bar_stands_beside_it_in_place_of_the_figure():
    rows = pd.DataFrame({"unit_name": ["A", "B"], "disbursed_share": [0.5, None], "label": ["5/10 triệu đồng", None]})
    told = drawn(Chart("bars", rows, "unit_name", RATE, "Tỷ lệ"))
    assert [row["bars"][0]["said"] for row in told["rows"]] == ["5/10 triệu đồng", "—"]


def test_a_chart_of_nothing_is_empty():
    for kind in ("bars", "line"):
        rows = pd.DataFrame({"cut_off_on": [], "planned_vnd": []})
        assert drawn(Chart(kind, rows, "cut_off_on", MONEY, "Vốn"))["rows"] == []


def test_points_of_a_line_stand_by_their_day_and_are_hollow_where_not_all_units_had_figures():
    days = [date(2024, 1, 1), date(2024, 1, 11), date(2024, 1, 12), date(2024, 1, 21)]
    rows = pd.DataFrame(
        {"cut_off_on": days, "disbursed_share": [0, 0.2, None, 0.4], "disbursed_share_is_partial": [False, True, False, False]}
    )
    told = drawn(Chart("line", rows, "cut_off_on", RATE, "Lũy kế"))
    assert [(point["x"], point["y"], point["is_hollow"]) for point in told["series"][0]] == [
        (0, 0, False),
        (0.5, 0.2, True),
        (1, 0.4, False),
    ]
    assert told["series"][0][-1]["said"] == "40,00%"
    assert [mark["said"] for mark in told["grid"]] == ["0%", "25%", "50%", "75%", "100%"]
    assert [day["said"] for day in told["days"]] == ["21/01", "12/01", "01/01"]  # 11/01 has no room beside 12/01


def test_ends_of_lines_that_meet_are_written_apart_and_a_line_to_compare_with_has_no_points():
    rows = pd.DataFrame({"cut_off_on": [date(2024, 1, 1), date(2024, 2, 1)], "disbursed_share": [0.1, 0.93], "target_share": [0.95, 0.95]})
    rows["disbursed_share_is_partial"] = False
    told = drawn(Chart("line", rows, "cut_off_on", (*RATE, ("Mục tiêu", "target_share")), "Lũy kế"))
    low, high = told["ends"]
    assert low == 0.93
    assert 1.01 <= high <= 1.03
    assert told["marked"] == [True, False]
