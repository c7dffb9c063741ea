"""Every indicator of every unit at every cut-off equals plain Python over the workbooks; and the cases that are easily got wrong."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from queries import choices, targets
from tests.plain_targets import Attained, Told

YEARS = (2022, 2023, 2024)


@pytest.fixture(scope="session")
def told(samples_home: Path) -> Told:
    return Told(samples_home)


def same(row: pd.Series, plain: Attained, *, counted: bool) -> None:
    """Figures counted by the product (money, reports) are compared elsewhere; here their target."""
    assert known(row.planned) == near(plain.planned), row
    if not counted:
        for found, expected in ((row.level, plain.level), (row.base_level, plain.base), (row.achieved, plain.achieved)):
            assert known(found) == near(expected), row
        assert known(row.attainment_share) == near(plain.attainment), row
        assert row.status == plain.status, row


def known(value: object) -> object:
    return None if pd.isna(value) else value


def near(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=1e-8)


@pytest.mark.parametrize("plan_year", YEARS)
def test_every_unit_and_indicator_at_every_cut_off(store, everyone, told, plan_year):
    seen = set()
    for on in (day.date() for day in choices.cut_offs(store, everyone, plan_year=plan_year)["cut_off_on"]):
        for _, row in targets.by_unit(store, everyone, plan_year=plan_year, on=on).iterrows():
            counted = told.indicators[row.indicator_code]["result_from"] != "form"
            same(row, told.of_unit(row.unit_code, row.indicator_code, row.breakdown, plan_year, on), counted=counted)
            seen.add((row.unit_code, row.indicator_code, row.breakdown, row.status))
            if told.indicators[row.indicator_code]["result_from"] == "reports":
                on_time, due = told.reports.on_time(row.unit_code, plan_year, on)
                assert (known(row.numerator), known(row.denominator)) == ((on_time, due) if due else (None, None))
    assert len({unit for unit, *_ in seen}) == 15 and len({indicator for _, indicator, *_ in seen}) >= 20
    assert {status for *_, status in seen} >= {"reached", "missed", "under_way", "at_risk", "no_target", "no_result"}


@pytest.mark.parametrize("plan_year", YEARS)
def test_nothing_that_plain_python_knows_is_left_out(store, everyone, told, plan_year):
    on = date(plan_year, 12, 31)
    answer = targets.by_unit(store, everyone, plan_year=plan_year, on=on)
    given = set(zip(answer["unit_code"], answer["indicator_code"], answer["breakdown"], strict=True))
    sent = {
        (unit, *key)
        for unit in told.units
        if (report := told.speaking(unit, plan_year, on))
        for key in report.lines
        if told.indicators[key[0]]["result_from"] == "form"
    }
    assert len(sent) > 150
    assert sent <= given


@pytest.mark.parametrize("plan_year", YEARS)
def test_the_province_is_published_or_the_sum_of_its_units(store, everyone, told, plan_year):
    days = [day.date() for day in choices.cut_offs(store, everyone, plan_year=plan_year)["cut_off_on"]]
    compared = 0
    for on in days:
        for _, row in targets.province(store, everyone, plan_year=plan_year, on=on).iterrows():
            counted = told.indicators[row.indicator_code]["result_from"] != "form"
            plain = told.of_province(row.indicator_code, row.breakdown, plan_year, on)
            if plain.achieved is None and not counted:
                assert pd.isna(row.achieved), row
                continue
            if not counted:
                same(row, plain, counted=False)
                compared += 1
    assert compared > 100
