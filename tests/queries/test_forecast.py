"""The forecast and its back-test equal the same in plain Python over the sample workbooks; what the samples say of it holds."""

from collections.abc import Callable
from datetime import date
from statistics import mean, stdev

import pandas as pd
import pytest

from data.store.reading import Scope
from queries import disbursement, forecast
from tests.plain import Line
from tests.queries import plain_forecast
from tests.queries.test_same_as_plain import counts, known

DAYS = [date(2024, 2, 29), date(2024, 6, 14), date(2024, 9, 14), date(2024, 11, 15), date(2024, 12, 14)]
BY = {
    "total": lambda line, code: True,
    "unit": lambda line, code: line.unit == code,
    "component": lambda line, code: line.component == code,
    "fund_source": lambda line, code: line.source == code,
}
NARROWED = [{}, {"source": "NSTW", "capital_type": "SN"}, {"component": "DA7"}, {"unit": "950"}]
SHARES = ("low_share", "middle_share", "high_share")


def of(by: str, code: str, **narrowed: str) -> Callable[[Line, int], bool]:
    """This year's capital of a group, in whatever year."""
    return lambda line, year: counts(line, year, **narrowed) and BY[by](line, code)


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
def test_every_range_equals_plain_python(store, everyone, papers, on, by, narrowed):
    answer = forecast.outlook(store, everyone, plan_year=2024, on=on, by=by, **narrowed)
    assert len(answer)
    for _, row in answer.iterrows():
        group = of(by, row.code, **narrowed)
        now = papers.figures(2024, on, lambda line, group=group: group(line, 2024))
        assert (known(row.planned_vnd), known(row.disbursed_vnd)) == (now.planned, now.disbursed)
        years_count, plain = plain_forecast.outlook(papers, 2024, on, group)
        assert row.years_count == years_count
        if plain is None:
            assert row[[*SHARES, "claim_share", "at_risk_low_vnd", "at_risk_high_vnd"]].isna().all()
            assert row.no_range_reason in {"no_plan", "no_result", "stale", "few_years"}
        else:
            assert known(row.no_range_reason) == (None if plain.claim else "all_spent")
            assert known(row.claim_share) == (plain.claim and pytest.approx(plain.claim, abs=1e-12))
            assert tuple(row[[*SHARES]]) == pytest.approx((plain.low, plain.middle, plain.high), abs=1e-6)
            at_risk = [max(0, row.compared_planned_vnd * (1 - share)) for share in (plain.high, plain.low)]
            assert (row.at_risk_low_vnd, row.at_risk_high_vnd) == pytest.approx(at_risk, abs=1 + 1e-6 * row.planned_vnd)


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("by", BY)
def test_the_needed_and_the_recent_pace_equal_plain_python(store, everyone, papers, on, by):
    target = disbursement.target(store, everyone, plan_year=2024)["share"].iloc[0]
    days = (date(2024, 12, 31) - on).days
    seen = 0
    for _, row in forecast.outlook(store, everyone, plan_year=2024, on=on, by=by).iterrows():
        group = of(by, row.code)
        recent = plain_forecast.recent(papers, 2024, on, lambda line, group=group: group(line, 2024))
        assert known(row.recent_monthly_vnd) == (None if recent is None else pytest.approx(recent, abs=1))
        if not pd.isna(row.disbursed_vnd):
            needed = max(0, row.compared_planned_vnd * target - row.disbursed_vnd) / days * 365.25 / 12
            assert row.needed_monthly_vnd == pytest.approx(needed, abs=1)
            seen += 1
    assert seen


def test_the_samples_give_ranges_on_some_days_and_none_on_others(store, everyone):
    answers = [forecast.outlook(store, everyone, plan_year=2024, on=on, by="total").iloc[0] for on in DAYS]
    assert {2} == {row.years_count for row in answers if not pd.isna(row.low_share)}
    assert any(row.no_range_reason == "few_years" for row in answers)


@pytest.mark.parametrize(("plan_year", "on"), [(2024, date(2024, 12, 14)), (2025, date(2025, 6, 14)), (2025, date(2025, 9, 14))])
@pytest.mark.parametrize("by", BY)
def test_the_back_test_equals_plain_python(store, everyone, papers, plan_year, on, by):
    answer = forecast.back_test(store, everyone, plan_year=plan_year, on=on).set_index(["grouped_by", "forecast_from"])
    years = [year for year in (2022, 2023, 2024) if year < plan_year]
    codes = {line for year in years for line in papers.lines(year, date(year, 12, 31))}
    groups = {"total": {"*"}, "unit": {c.unit for c in codes}, "component": {c.component for c in codes}, "fund_source": {"NSTW", "NSDP"}}
    for way in ("before", "others"):
        errors, held, ranged = [], 0, 0
        for code in groups[by]:
            parts = plain_forecast.parts(papers, years, on, of(by, code))
            for year, part in parts.items():
                used = [r for other, r in parts.items() if other < year or (way == "others" and other > year)]
                if not used:
                    continue
                early = papers.figures(year, on.replace(year=year), lambda line, c=code, y=year: of(by, c)(line, y)).share
                errors.append((1 - early) * abs(min(1, max(0, mean(used))) - part))
                if len(used) > 1:
                    half = plain_forecast.CLAIMS[len(used)][1] * stdev(used) * (1 + 1 / len(used)) ** 0.5
                    ranged += 1
                    held += max(0, mean(used) - half) <= part <= min(1, mean(used) + half)
        row = answer.loc[(by, way)]
        assert errors
        assert (row.tried_count, row.range_count, row.covered_count) == (len(errors), ranged, held)
        assert (row.mean_error_share, row.largest_error_share) == pytest.approx((mean(errors), max(errors)), abs=1e-9)


def test_a_back_test_of_samples_says_so_and_looks_at_no_year_that_is_not_over(store, everyone):
    on = date(2024, 12, 14)
    asked, later = (forecast.back_test(store, everyone, plan_year=year, on=on.replace(year=year)) for year in (2024, 2025))
    assert asked["is_sample"].all()
    assert (asked["tried_count"] < later["tried_count"]).all()
    over = forecast.back_test(store, everyone, plan_year=2024, on=date(2024, 12, 31))
    assert (over["tried_count"] == 0).all() and over["mean_error_share"].isna().all()


def test_after_the_last_day_of_the_year_nothing_is_forecast(store, everyone):
    for on in (date(2024, 12, 31), date(2025, 1, 31)):
        row = forecast.outlook(store, everyone, plan_year=2024, on=on, by="total").iloc[0]
        assert row.no_range_reason == "year_over"
        assert row[[*SHARES, "needed_monthly_vnd"]].isna().all()


@pytest.mark.parametrize("by", BY)
def test_a_scope_forecasts_from_its_own_units_only(store, everyone, by):
    on = date(2024, 12, 14)
    one = Scope(units=everyone.units[:1], benchmarks=False)
    within = forecast.outlook(store, one, plan_year=2024, on=on, by=by)
    chosen = forecast.outlook(store, everyone, plan_year=2024, on=on, by=by, unit=one.units[0])
    assert within["disbursed_vnd"].notna().any()
    pd.testing.assert_frame_equal(within, chosen)
    back = [
        forecast.back_test(store, one, plan_year=2024, on=on),
        forecast.back_test(store, everyone, plan_year=2024, on=on, unit=one.units[0]),
    ]
    assert back[0]["tried_count"].sum()
    pd.testing.assert_frame_equal(*back)
