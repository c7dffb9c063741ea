"""Tình hình báo cáo: the answer in words, the matrix, one report's story, and letters."""

import shutil
from datetime import date

import pandas as pd
import pytest

from pages.parts import arrivals, clock, reported
from queries import reports
from tests.plain_reports import late_days

PAGE = "pages/reports/reporting.py"
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def stopped_clock(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: TODAY)


def said(app) -> str:
    return "\n".join([*(x.value for x in app.header), *(x.value for x in app.markdown), *(x.value for x in app.info)])


def test_the_page_says_first_who_reported_by_line_and_prints_its_clock(opened):
    app = opened(PAGE)
    assert app.header[0].value == (
        "Kỳ báo cáo gần nhất, Đột xuất tính đến 31/12/2024: đã nhận 15/15 báo cáo (tuyến lãnh thổ (huyện) 11/11; tuyến ngành (sở) 4/4). "
        "Cả năm: 14 báo cáo nộp muộn, của 8 đơn vị; thiếu quá hạn: Cù Lao Dung (Tháng 4/2024)."
    )
    assert "Tính đến hôm nay, 23/11/2026." in said(app)
    assert [(m.label, m.value) for m in app.metric] == [
        ("Đúng hạn, tuyến lãnh thổ (huyện)", "154/165, 93,33%"), ("Đúng hạn, tuyến ngành (sở)", "56/60, 93,33%"),
    ]  # fmt: skip
    assert "14 báo cáo nộp muộn, của 8 đơn vị; thiếu quá hạn: Cù Lao Dung (Tháng 4/2024)" in said(app)


def test_at_an_earlier_day_the_clock_stands_at_that_day(opened):
    app = opened(PAGE, nam="2024", ngay="2024-06-14")
    assert "Tính đến ngày 14/06/2024." in said(app)
    assert f"quá hạn {late_days(date(2024, 4, 19), date(2024, 6, 14))} ngày làm việc" in said(app)


def test_every_cell_of_the_matrix_says_the_same_in_sign_and_words(asked):
    rows = reported.cells(asked(reports.matrix, plan_year=2024, today=TODAY))
    late = rows[rows["status"] == "late"]
    assert len(late) == 14 and all(r.label.startswith(f"+{r.late_day_count}") for r in late.itertuples())
    assert all(f"muộn {r.late_day_count} ngày làm việc" in r.timing for r in late.itertuples())
    missing = rows[rows["status"] == "overdue"].iloc[0]
    assert missing.label == f"✗{missing.overdue_day_count}" and "quá hạn" in missing.timing
    corrected = rows[rows["superseded_count"] > 0]
    assert len(corrected) == 2 and all("b2" in r.label and "đã thay thế 1 lần" in r.told for r in corrected.itertuples())
    extended = rows[rows["extension_letter"].notna()].iloc[0]
    assert "gia hạn từ 21/11/2024 theo Công văn minh họa" in extended.told


def made_up(**changes) -> pd.DataFrame:
    on = pd.Timestamp("2024-06-21")
    row = {
        "unit_code": "943", "unit_short_name": "K", "round_code": "R", "round_name": "Tháng 6/2024", "round_kind": "tháng",
        "cut_off_on": on, "round_due_on": on, "due_on": on, "last_on": on,
        "extension_letter": None, "moved_because": "", "is_expected": True,
        "status": "accepted", "first_sent_on": on, "first_returned_on": pd.NaT, "taken_on": on, "late_day_count": 0, "version": 1,
        "overdue_day_count": None, "returned_count": 0, "superseded_count": 0, "held_count": 0, "submission_id": "x", "state": "final",
        "lacking_names": "",
    }  # fmt: skip
    gone = {"submission_id": None, "late_day_count": None, "version": None} if changes.get("status") in NOT_IN else {}
    return reported.cells(pd.DataFrame([row | gone | changes]))


NOT_IN = ("missing", "returned", "held", "waiting")


@pytest.mark.parametrize(("changes", "label", "colour", "words"), [
    ({}, "✓", "in_time", "đúng hạn"),
    ({"late_day_count": 3, "status": "warned"}, "+3!", "late", "tiếp nhận kèm cảnh báo"),
    ({"returned_count": 1, "first_returned_on": pd.Timestamp("2024-06-19")}, "✓↩", "in_time", "trả lại 19/06/2024"),
    ({"status": "returned", "returned_count": 2, "overdue_day_count": 4}, "✗4↩", "returned", "đã trả lại, chưa nộp lại, quá hạn 4 ngày"),
    ({"status": "missing", "overdue_day_count": 0}, "○", "not_due", "chưa nhận, chưa đến hạn"),
    ({"status": "held"}, "chờ", "pending", "chờ cán bộ xử lý"),
    ({"status": "waiting"}, "chờ", "pending", "chờ mở lại kỳ"),
    ({"is_expected": False}, "(✓)", "in_time", "ngoài yêu cầu"),
    ({"lacking_names": "Kế hoạch vốn"}, "✓", "in_time", "thiếu biểu: Kế hoạch vốn"),
    ({"due_on": pd.Timestamp("2024-06-22"), "last_on": pd.Timestamp("2024-06-24"), "moved_because": "thứ bảy"}, "✓", "in_time",
     "hạn nộp 22/06/2024, là thứ bảy nên đến hết 24/06/2024"),
])  # fmt: skip
def test_signs_and_words_of_one_report(changes, label, colour, words):
    row = made_up(**changes).iloc[0]
    assert (row.label, row.status) == (label, colour)
    assert words in row.told


def test_choices_of_form_line_round_and_report_stand_in_the_address(opened):
    app = opened(PAGE)
    app.selectbox(key="bieu").select("Chỉ tiêu").run()
    assert app.query_params["bieu"] == "targets"
    assert app.metric[0].value != "154/165, 93,33%"
    app.selectbox(key="ky").select("Tháng 9/2024").run()
    app.selectbox(key="bao-cao-cua").select("TP Sóc Trăng").run()
    assert "**TP Sóc Trăng, Tháng 9/2024**: muộn 7 ngày làm việc" in said(app)


def test_a_letter_is_drafted_for_each_late_unit_and_what_was_sent_is_logged_and_can_be_taken_back(
    opened, samples_home, tmp_path, monkeypatch
):
    monkeypatch.setenv("DASHBOARD_OPERATOR", "Cán bộ Thử")
    home = shutil.copytree(samples_home, tmp_path / "home")
    app = opened(PAGE, home=home)
    app.selectbox(key="ky").select("Tháng 7/2024").run()
    assert "đã gửi công văn đôn đốc 1/2 đơn vị" in said(app)
    app.segmented_control(key="viec-cong-van").select("Ghi công văn đã gửi").run()
    next(s for s in app.selectbox if s.label == "Đơn vị nhận công văn").select("SNNPTNT")
    next(button for button in app.button if button.label == "Lưu vào sổ").click().run()
    assert [e.value for e in app.error] == ["Chưa lưu: cần điền số, ký hiệu của văn bản và ngày."]
    next(t for t in app.text_input if t.label == "Số, ký hiệu công văn").input("77/SLĐTBXH")
    next(button for button in app.button if button.label == "Lưu vào sổ").click().run()
    assert "đã gửi công văn đôn đốc 2/2 đơn vị" in said(app) and "3 công văn đôn đốc đã gửi trong năm" in said(app)
    app.segmented_control(key="viec-cong-van").select("Rút mục ghi nhầm").run()
    taken = next(s for s in app.selectbox if s.label == "Mục ghi nhầm")
    taken.select(next(o for o in taken.options if "77/SLĐTBXH" in o) if "77/SLĐTBXH" in "".join(taken.options) else taken.options[-1])
    app.run()
    next(t for t in app.text_input if t.label == "Lý do rút").input("ghi nhầm").run()
    next(button for button in app.button if button.label == "Rút mục này").click().run()
    assert "đã gửi công văn đôn đốc 1/2 đơn vị" in said(app)


def test_without_a_name_nothing_can_be_entered(opened, monkeypatch):
    monkeypatch.delenv("DASHBOARD_OPERATOR", raising=False)
    app = opened(PAGE)
    app.segmented_control(key="viec-cong-van").select("Gia hạn nộp").run()
    assert any("Cần nêu tên người nhập" in x.value for x in app.info)
    assert not [b for b in app.button if b.label == "Lưu gia hạn"]


def test_what_is_waited_for_is_said_in_words():
    row = pd.Series({"status": "missing", "is_expected": True, "overdue_day_count": 5})
    assert arrivals.waited(row) == "chưa nhận, quá hạn 5 ngày làm việc"
