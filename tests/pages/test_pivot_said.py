"""What a pivot says of itself: its headline, the days behind it, what its chart leaves out, and the order of the lines behind a figure."""

from datetime import date

import pandas as pd
import pytest

from pages.parts import charts, formats
from pages.parts.choice import Chosen
from pages.parts.pivot import covered, drawn, finding, lines, published, written
from pages.parts.pivot.covered import Covered
from pages.parts.pivot.laid import laid
from pages.parts.pivot.moments import Moment
from pages.parts.pivot.shape import Cut, Sort
from queries.defined import MEASURES
from tests.pages.test_pivot_lines import cell

NAMES = {
    "unit": {"a": "Một", "b": "Hai", "c": "Ba"},
    "fund_source": {"x": "NSTW", "y": "NSĐP"},
    "cut_off": {"2030-04-14": "14/04/2030", "2030-05-14": "14/05/2030"},
    "plan_year": {"2029": "năm 2029", "2030": "năm 2030"},
}
RATE = "disbursed_share"
CHOSEN = Chosen(2030, date(2030, 5, 14), None, None, None, None, None, (), {})


def says(cells: list[dict[str, object]], cut: Cut, against: str = "") -> str:
    made = pd.DataFrame(cells)
    return finding.finding("theo Đơn vị", laid(made, cut, NAMES), cut, written.by_keys(made, cut), NAMES, against)


def at(year: int, month: int, exact: int, then: Moment | None = None, reported: int = 3) -> Covered:
    counted = {"exact_count": exact, "unit_count": 3, "reported_count": reported, "oldest_on": None, "missing_names": ""}
    return Covered(Moment(year, date(year, month, 14)), pd.Series(counted, dtype=object), then)


RATES = [cell((), disbursed_share=0.5), *(cell((u,), disbursed_share=s) for u, s in (("a", 0.25), ("b", 0.75), ("c", 0.9)))]


def test_the_highest_and_the_lowest_are_those_of_all_lines_also_of_those_a_top_n_leaves_out():
    told = says(RATES, Cut((RATE,), top=1, sort=Sort(RATE, descending=False)))
    assert told == "Tỷ lệ giải ngân theo Đơn vị. Chung 50,00%, cao nhất Ba 90,00%, thấp nhất Một 25,00%."


def test_the_headline_speaks_of_what_orders_the_lines_else_of_the_first_figure_and_the_rate():
    made = [one | {"planned_vnd": 2e6 * n, "disbursed_vnd": 1e6 * n} for n, one in enumerate(RATES, 1)]
    of = ("planned_vnd", "disbursed_vnd", RATE)
    told = says(made, Cut(of, sort=Sort("disbursed_vnd")))
    assert told == "Theo Đơn vị. Giải ngân: tổng số 1 triệu đồng, cao nhất Ba 4 triệu đồng, thấp nhất Một 2 triệu đồng."
    usual = says(made, Cut(of))
    assert usual.startswith("Theo Đơn vị. Kế hoạch vốn: tổng số 2 triệu đồng; Tỷ lệ giải ngân: chung 50,00%, cao nhất Ba")


@pytest.mark.parametrize(("before", "said"), [(0.3489, "tăng 15,11 điểm %"), (0.65, "giảm 15,00 điểm %"), (0.5, "không đổi")])
def test_a_comparison_says_how_the_whole_changed(before: float, said: str):
    made = [one | {f"before_{RATE}": before} for one in RATES]
    assert f"chung 50,00%, {said} so với 31/12/2029" in says(made, Cut((RATE,), against="nam-truoc"), "31/12/2029").replace(
        "Chung", "chung"
    )


def test_a_comparison_with_nothing_is_still_named():
    made = [one | {f"before_{RATE}": None} for one in RATES]
    assert says(made, Cut((RATE,), against="nam-truoc"), "31/12/2029").startswith("Tỷ lệ giải ngân theo Đơn vị; so với 31/12/2029.")


def test_a_day_at_which_a_unit_is_missing_has_a_star_and_is_said():
    cut, there = Cut((RATE,), ("cut_off",)), [at(2030, 4, 2), at(2030, 5, 3)]
    assert covered.marked(NAMES, there, cut)["cut_off"] == {"2030-04-14": "14/04/2030*", "2030-05-14": "14/05/2030"}
    assert "(14/04/2030: 2/3 đơn vị)" in covered.told(there, cut)
    assert covered.told(there[1:], cut) == ""
    assert covered.marked(NAMES, there[1:], cut) == NAMES


def test_years_say_the_day_each_is_taken_at():
    cut, there = Cut((RATE,), ("plan_year",)), [at(2029, 5, 3), at(2030, 5, 2)]
    assert covered.told(there, cut).startswith("Năm 2029 đến 14/05/2029 (3/3); năm 2030 đến 14/05/2030 (2/3) đơn vị")
    assert covered.marked(NAMES, there, cut)["plan_year"] == {"2029": "năm 2029", "2030": "năm 2030*"}
    assert covered.told([], Cut((RATE,))) == ""


def test_what_is_compared_with_says_its_units_and_its_day():
    cut, then = Cut((RATE,), against="nam-truoc"), Moment(2029, date(2029, 4, 14))
    assert covered.told_then([at(2030, 4, 2, then)], cut) == "So với số liệu tính đến 14/04/2029; 2/3 đơn vị có số liệu đúng ngày."
    assert covered.told_then([at(2030, 4, 0, then, reported=0)], cut) == "Kho chưa có số liệu nào đến 14/04/2029 để so sánh."


def test_a_point_is_hollow_at_a_day_at_which_a_unit_is_missing():
    cut = Cut((RATE,), ("cut_off",), chart=True)
    made = pd.DataFrame([cell((day,), disbursed_share=share) for day, share in (("2030-04-14", 0.1), ("2030-05-14", 0.2))])
    table = laid(made, cut, NAMES)
    assert drawn.hollow(table, cut, [at(2030, 4, 2), at(2030, 5, 3)]) == {"Tỷ lệ giải ngân": {"2030-04-14"}}
    days = pd.DataFrame({"on": pd.to_datetime(["2030-04-14", "2030-05-14"]), "s0": [0.1, 0.2], "s0_is_partial": [True, False]})
    (line,) = charts.through_time(days, day="on", series={"s0": "Tỷ lệ"}, ending="share").data
    assert line.marker.color[0] == "white" != line.marker.color[1]


def test_what_a_top_n_leaves_out_is_a_line_of_its_own_over_the_days():
    cut = Cut(("planned_vnd",), ("unit",), ("cut_off",), top=1, sort=Sort("planned_vnd"), chart=True)
    made = [cell((unit,), (day,), planned_vnd=n) for n, unit in enumerate("abc", 1) for day in NAMES["cut_off"]]
    points = drawn.figures(laid(pd.DataFrame(made), cut, NAMES), cut)
    assert points == {"Ba": dict.fromkeys(NAMES["cut_off"], 3), "2 đơn vị khác": dict.fromkeys(NAMES["cut_off"], 3)}


def test_a_chart_says_its_day_and_what_it_does_not_draw():
    made = pd.DataFrame([one | {"planned_vnd": 5, f"before_{RATE}": 0.1} for one in RATES])
    several = Cut((RATE, "planned_vnd"), against="nam-truoc", chart=True)
    assert drawn.left_out(laid(made, several, NAMES), several) == "Biểu đồ vẽ Tỷ lệ giải ngân; các số liệu khác xem ở bảng."
    assert drawn.left_out(laid(made, Cut((RATE,)), NAMES), Cut((RATE,))) == ""
    assert drawn.compared_in(Cut((RATE,)), {"s0": ""}, date(2030, 5, 14)) == "Tỷ lệ giải ngân theo đơn vị, đến 14/05/2030"


def test_the_lines_behind_a_figure_stand_by_it_the_largest_first_and_missing_ones_last():
    found = pd.DataFrame(
        {"name": list("abcd"), "planned_vnd": [1, None, 9, 5], "disbursed_vnd": [1, 2, 3, 4], "compared_planned_vnd": [2, 2, 30, 5]}
    )
    assert "".join(lines.largest_first(found, MEASURES["planned_vnd"])["name"]) == "cdab"
    assert "".join(lines.largest_first(found, MEASURES[RATE])["name"]) == "bdac"
    assert list(lines.largest_first(found, MEASURES["line_count"])["name"]) == list("abcd")


def test_a_share_stands_beside_its_figure_and_that_of_the_total_is_left_out():
    cut = Cut(("disbursed_vnd",), ("unit",), ("fund_source",), part="row")
    made = [cell(u, s, disbursed_vnd=2 if s == () else 1) for u in ((), ("a",)) for s in ((), ("x",), ("y",))]
    share = "Tỷ trọng trong hàng"
    assert written.heads(laid(pd.DataFrame(made), cut, NAMES), cut) == [
        ("Tổng số", "Giải ngân"), ("NSTW", "Giải ngân"), ("NSTW", share), ("NSĐP", "Giải ngân"), ("NSĐP", share),
    ]  # fmt: skip


def test_a_file_says_each_unit_once_and_its_numbers_have_no_dots():
    rows = pd.DataFrame({"k0_number": [2295.83], "k1_share": [12.3456], "k2_points": [0.1511], "k3_count": [4321]})
    own = {"k0_number": "Thực hiện", "k1_share": "Tỷ lệ tăng, giảm", "k2_points": "Tăng, giảm (điểm %)", "k3_count": "Số dòng"}
    head, line = formats.csv(rows, tuple(rows), (), own).decode("utf-8-sig").splitlines()[:2]
    assert head == "Thực hiện;Tỷ lệ tăng, giảm (%);Tăng, giảm (điểm %);Số dòng"
    assert line == "2295,83;1234,56;15,11;4321"


def test_nothing_published_is_said_of_a_part_of_the_province():
    cut = Cut(("level",), ("indicator", "unit"))
    assert published.told(laid(pd.DataFrame([cell(("i", "a"), level=1)]), cut, NAMES), cut, CHOSEN) == []
