"""The overview and its agenda: where, who, why, what next; and that a page that fails says so in Vietnamese."""

from datetime import date

import pandas as pd
import pytest

from pages.parts import agenda, attained, needs
from queries import obstacles
from tests.pages.test_frame import said

M = 1_000_000
EXCEPTIONS = "pages/overview/exceptions.py"


def total(planned: int, disbursed: int) -> pd.Series:
    return pd.Series({"planned_vnd": planned * M, "disbursed_vnd": disbursed * M})


def test_what_is_needed_each_week_is_said_as_one_says_it():
    assert needs.per_week(total(114_277, 68_566), date(2024, 11, 15), 2024, 0.95) == (
        "để đạt 95% vào 31/12 cần khoảng 6.100 triệu đồng mỗi tuần"
    )
    assert needs.per_week(total(100, 95), date(2024, 11, 15), 2024, 0.95) == ""  # reached
    assert needs.per_week(total(100, 50), date(2024, 12, 31), 2024, 0.95) == ""  # the year is over
    assert needs.per_week(total(100, 50), date(2024, 11, 15), 2024, None) == ""  # no target


@pytest.mark.parametrize(
    ("vnd", "told"), [(6_087.2 * M, 6_100 * M), (87.3 * M, 87 * M), (4.2 * M, 4 * M), (0.2 * M, M), (12_345 * M, 12_000 * M)]
)
def test_an_amount_is_rounded_to_two_digits(vnd, told):
    assert needs.two_digits(vnd) == told


def test_units_below_the_low_mark_are_counted_once_an_even_pace_has_passed_it():
    units = pd.DataFrame({"disbursed_share": [0.1, 0.39, 0.4, None]})
    assert needs.far_below(units, 0.4, date(2024, 11, 15), 2024) == "2 đơn vị dưới 40%"
    assert needs.far_below(units, 0.4, date(2024, 3, 15), 2024) == ""


def test_the_first_screen_says_where_who_why_and_what_next(opened):
    app = opened(nam="2024", ngay="2024-11-15")
    assert app.header[0].value.startswith("Đến 15/11/2024, tỉnh Sóc Trăng giải ngân 68.566/114.277 triệu đồng, đạt 60,00% kế hoạch vốn")
    assert app.header[0].value.endswith("cần khoảng 6.100 triệu đồng mỗi tuần; 4 đơn vị dưới 40%.")
    assert len(app.metric) == 5 and "—" not in [m.value for m in app.metric]
    links = [link.proto for link in app.get("page_link")]
    late = [link for link in links if "Sở LĐTBXH" in link.label and "nguy cơ" in link.label]
    assert late and "don-vi=SLDTBXH" in late[0].query_string
    slow = [link for link in links if "Giáo dục nghề nghiệp" in link.label]
    assert slow and "du-an=DA4-TDA1" in slow[0].query_string
    assert "Vì: chờ hướng dẫn (" in said(app) and "Đề nghị:" in said(app)
    assert [link for link in links if "chi-tieu=" in link.query_string]


def test_every_exception_of_the_overview_stands_on_the_page_of_exceptions(opened):
    overview, full = opened(nam="2024", ngay="2024-11-15"), opened(EXCEPTIONS, nam="2024", ngay="2024-11-15")
    named = {link.proto.label for link in overview.get("page_link") if "nguy cơ" in link.proto.label}
    assert len(named) >= 4
    assert named <= {link.proto.label for link in full.get("page_link")}
    assert full.header[0].value.startswith("Đến 15/11/2024: 5 đơn vị, 4 dự án, tiểu dự án chậm; ")


def test_exceptions_are_ordered_by_the_money_at_risk_and_the_silent_are_among_them():
    rows = pd.DataFrame({
        "unit_code": ["a", "b", "c", "d"], "short_name": ["A", "B", "C", "D"], "planned_vnd": [100 * M] * 4,
        "disbursed_vnd": [20 * M, 30 * M, None, 90 * M], "disbursed_share": [0.2, 0.3, None, 0.9],
        "remaining_vnd": [80 * M, 70 * M, None, 10 * M],
        "unreported_planned_vnd": [0, 0, 100 * M, 0], "reported_on": [pd.Timestamp(2024, 11, 15)] * 2 + [None, pd.Timestamp(2024, 11, 15)],
        "is_behind": [True, True, False, False],
    })  # fmt: skip
    forecast = pd.DataFrame({"code": ["b"], "at_risk_low_vnd": [80 * M], "at_risk_high_vnd": [90 * M]})
    causes = pd.DataFrame(
        {"of_what": ["unit"], "code": ["a"], "cause_name": ["Đấu thầu"], "held_up_vnd": [7 * M], "request": ["Duyệt sớm"]}
    )
    found = agenda.of(rows, "unit", forecast, causes, date(2024, 11, 15))
    assert list(found["code"]) == ["c", "b", "a"]
    assert list(found["risk"]) == ["kế hoạch 100 triệu đồng", "nguy cơ 80–90 triệu đồng", "còn 80 triệu đồng"]
    assert agenda.why(found.iloc[2]) == "Vì: đấu thầu (7 triệu đồng). Đề nghị: Duyệt sớm."
    assert agenda.why(found.iloc[0]) == "Đơn vị chưa nêu nguyên nhân."


def test_the_count_of_indicators_leaves_out_those_without_a_target():
    answer = pd.DataFrame({"status": ["reached", "exceeded", "at_risk", "no_target", "no_result"], "breakdown_name": ["", "", "", "", ""]})
    assert attained.figure(answer)[:2] == ("2/4", "1 khó đạt hoặc chưa đạt")
    assert attained.figure(answer.assign(breakdown_name="Nữ"))[0] == "—"  # parts of the people are no indicators of their own


def test_a_page_that_fails_says_so_in_vietnamese_and_tells_the_log(nothing_remembered, opened, monkeypatch, caplog):
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(obstacles, "foremost", failing)
    app = opened(nam="2024", ngay="2024-11-15")
    assert [error.value for error in app.error if error.value.startswith("Trang gặp lỗi chưa lường trước")]
    assert [r for r in caplog.records if r.name == "pages.parts.viewer"]
    caplog.clear()
