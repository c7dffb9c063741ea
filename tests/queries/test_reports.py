"""Questions on who reported and when: over all samples the same as days counted one by one from the journal."""

from datetime import date

import pandas as pd
import pytest

from data.store.reading import Scope
from queries import reports
from tests.plain_reports import Reports, falls_on, is_working, late_days

TODAY = date(2026, 11, 23)
YEARS = (2022, 2023, 2024)


@pytest.fixture(scope="module")
def told(samples_home) -> Reports:
    return Reports(samples_home)


def test_the_plain_calendar_counts_what_a_wall_calendar_says():
    assert late_days(date(2024, 2, 7), date(2024, 2, 19)) == 3
    assert falls_on(date(2024, 2, 10)) == date(2024, 2, 15)
    assert is_working(date(2024, 5, 4)) and not is_working(date(2024, 5, 11))


@pytest.mark.parametrize("plan_year", YEARS)
def test_every_report_of_the_samples_is_as_late_as_counted_day_by_day(store, everyone, told, plan_year):
    rows = reports.matrix(store, everyone, plan_year=plan_year, today=TODAY)
    expected = {key for key in told.due if told.year[key[0]] == plan_year}
    assert set(zip(rows["round_code"], rows["unit_code"], strict=True)) == expected
    for row in rows.itertuples():
        key = row.round_code, row.unit_code
        assert row.due_on.date() == told.due[key]
        assert (None if pd.isna(row.late_day_count) else row.late_day_count) == told.late(key)
        assert (None if pd.isna(row.received_on) else row.received_on.date()) == told.came.get(key)
    assert (rows["late_day_count"] > 0).any()


@pytest.mark.parametrize("on", [date(2024, 6, 14), date(2024, 11, 25), TODAY])
def test_rates_of_rounds_units_and_lines_have_the_denominators_counted_one_by_one(store, everyone, told, on):
    asked = {"plan_year": 2024, "today": on}
    rows = reports.matrix(store, everyone, **asked)
    keys = list(zip(rows["round_code"], rows["unit_code"], strict=True))
    due = [key for key in keys if falls_on(told.due[key]) < on or key in told.came]
    for answer, code, of in ((reports.by_round, "round_code", 0), (reports.by_unit, "unit_code", 1)):
        for row in answer(store, everyone, **asked).itertuples():
            own = [key for key in keys if key[of] == getattr(row, code)]
            assert (row.expected_count, row.received_count) == (len(own), sum(key in told.came for key in own))
            assert row.due_count == sum(key in due for key in own)
            assert row.on_time_count == sum(told.late(key) == 0 for key in own if key in due)
            assert pd.isna(row.on_time_share) if not row.due_count else row.on_time_share == row.on_time_count / row.due_count
    lines = reports.by_kind(store, everyone, **asked)
    assert lines["kind"].tolist() == ["district", "department"] and lines["due_count"].sum() == len(due)
    assert lines["on_time_count"].sum() == sum(told.late(key) == 0 for key in due)


def test_a_form_alone_is_asked_for_where_its_round_asks_for_it(store, everyone):
    whole = reports.by_round(store, everyone, plan_year=2024, today=TODAY)
    targets = reports.by_round(store, everyone, plan_year=2024, today=TODAY, form="targets")
    assert 0 < len(targets) < len(whole)
    assert set(reports.forms(store, everyone, plan_year=2024)["code"]) == {"plan", "disbursement", "obstacles", "targets"}


def test_an_extension_that_was_entered_makes_a_report_come_in_time(store, everyone):
    row = reports.matrix(store, everyone, plan_year=2024, today=TODAY, unit="948").set_index("round_code").loc["2024-T11"]
    assert (f"{row.round_due_on:%d/%m}", f"{row.due_on:%d/%m}", row.late_day_count) == ("21/11", "25/11", 0)
    assert "minh họa" in row.extension_letter
    granted = reports.extensions(store, everyone, plan_year=2024, today=TODAY)
    assert granted[["unit_code", "round_code"]].to_numpy().tolist() == [["948", "2024-T11"]]


def test_whom_to_urge_is_who_is_overdue_or_came_late_with_the_letters_that_went_out(store, everyone):
    april = reports.reminders(store, everyone, plan_year=2024, today=date(2024, 4, 24), round_code="2024-T04").iloc[0]
    assert (april.unit_code, april.is_missing, april.day_count, april.letter_count) == ("945", True, 3, 1)
    july = reports.reminders(store, everyone, plan_year=2024, today=TODAY, round_code="2024-T07").set_index("unit_code")
    assert set(july.index) == {"944", "SNNPTNT"} and not july["is_missing"].any()
    assert "Tháng 4/2024" not in "".join(july["other_names"])
    newest = reports.letters(store, everyone, plan_year=2024, today=TODAY).iloc[0]
    assert (newest.unit_code, newest.recipient) == ("944", "Phòng Lao động - Thương binh và Xã hội")


def test_nobody_sees_reports_or_letters_of_a_unit_outside_their_scope(store):
    outside = Scope(units=("941",), benchmarks=False)
    asked = {"plan_year": 2024, "today": TODAY}
    for question in (reports.matrix, reports.by_round, reports.by_unit, reports.by_kind, reports.letters, reports.extensions):
        assert question(store, outside, **asked, unit="945").empty, question
    assert set(reports.by_unit(store, outside, **asked)["unit_code"]) == {"941"}
    assert reports.by_kind(store, outside, **asked)["unit_count"].tolist() == [1]
    assert reports.reminders(store, outside, **asked, round_code="2024-T07").empty
    for question in (reports.versions, reports.refusals):
        assert question(store, outside, round_code="2024-T08", unit="950").empty
