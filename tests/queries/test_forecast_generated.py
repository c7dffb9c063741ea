"""The forecast on generated histories: the range covers the outcome as often as it claims, and is refused where it must be."""

from datetime import date
from math import gamma, pi, sqrt
from pathlib import Path

import pandas as pd
import pytest

from queries import forecast
from queries.reading import sql
from tests.queries.generated import LAST, ON, SCOPE, UNITS, Point, World, histories, year

SHARES = ["low_share", "middle_share", "high_share"]
CLAIMS = {2: 1 / 2, 3: 2 / 3, 4: 0.8, 6: 0.8}


def asked(world: World, place: Path, **more: object) -> pd.DataFrame:
    store = world.store(place / "generated.duckdb")
    return forecast.outlook(store, SCOPE, plan_year=LAST, on=ON, **({"by": "component"} | more)).set_index("code")


def within(held: int, count: int, claim: float) -> bool:
    """Whether so many hits of so many agree with a claim: within 3 standard deviations of the binomial (for 200 at 50%: 79 to 121).

    A right range falls outside once in some 370 seeds; the seeds are fixed.
    """
    return abs(held - claim * count) <= 3 * sqrt(count * claim * (1 - claim))


def held(answer: pd.DataFrame, outcome: dict[str, float], widened: float = 1.0) -> int:
    """How many outcomes lie in their range, or in the range widened or narrowed around its middle."""
    end = pd.Series(outcome)
    low, high = (answer["middle_share"] + widened * (answer[f"{side}_share"] - answer["middle_share"]) for side in ("low", "high"))
    return int(((low <= end) & (end <= high)).sum())


@pytest.mark.soak
@pytest.mark.parametrize("years", CLAIMS)
def test_the_range_covers_the_outcome_as_often_as_it_claims(tmp_path, years, full_counts):
    count = 3_000 if full_counts else 200
    world, outcome = histories(count, years, seed=years)
    answer = asked(world, tmp_path)
    assert len(answer) == len(outcome) == count
    assert (answer["years_count"] == years).all()
    assert answer["claim_share"].tolist() == pytest.approx([CLAIMS[years]] * count)
    assert within(held(answer, outcome), count, CLAIMS[years])
    for wrong in (0.6, 1.8):  # the tolerance would find a range that is too narrow or too wide
        assert not within(held(answer, outcome, wrong), count, CLAIMS[years])


def test_the_back_test_of_generated_years_holds_as_often_as_it_claims_and_says_nothing_of_samples(tmp_path):
    world, _ = histories(200, 3, seed=33)
    back = forecast.back_test(world.store(tmp_path / "generated.duckdb"), SCOPE, plan_year=LAST, on=ON)
    row = back.set_index(["grouped_by", "forecast_from"]).loc[("component", "before")]
    assert not back["is_sample"].any()
    assert (row.tried_count, row.range_count) == (400, 200)  # the second and the third year; a range for the third alone
    assert within(row.covered_count, row.range_count, 1 / 2)
    assert 0.01 < row.mean_error_share < 0.1


@pytest.mark.parametrize("years", [0, 1])
def test_with_fewer_than_two_earlier_years_there_is_no_range(tmp_path, years):
    world, outcome = histories(5, years, seed=1)
    answer = asked(world, tmp_path)
    assert len(answer) == len(outcome) == 5
    assert (answer["years_count"] == years).all()
    assert (answer["no_range_reason"] == "few_years").all()
    assert answer[[*SHARES, "claim_share", "at_risk_low_vnd", "at_risk_high_vnd"]].isna().all(axis=None)
    assert answer["needed_monthly_vnd"].gt(0).all()  # what it would take is known all the same


def three_years(**changed: int) -> World:
    """Two earlier years and the one that is forecast, in one component of one unit; `changed` dates the first year's figure back."""
    first, second = year("A", "U1", LAST - 2, 0.5, 0.8, **changed), year("A", "U1", LAST - 1, 0.5, 0.9)
    return World([*first, *second, Point("A", "U1", LAST, ON, 0.6)])


def test_two_years_give_the_mean_and_a_range_that_can_be_worked_out_by_hand(tmp_path):
    row = asked(three_years(), tmp_path).loc["A"]
    half = 0.1414213562 * sqrt(1.5)  # of what was left 60% and 80% were spent: mean 70%, s = 0,1414, t = 1
    assert tuple(row[SHARES]) == pytest.approx((0.6 + 0.4 * (0.7 - half), 0.88, 0.6 + 0.4 * (0.7 + half)), abs=1e-6)
    assert (row.years_count, row.claim_share) == (2, 0.5)
    assert row.at_risk_high_vnd == pytest.approx(10_000_000_000 * (1 - row.low_share), abs=1)
    assert row.needed_monthly_vnd == pytest.approx(10_000_000_000 * 0.35 / 77 * 365.25 / 12, abs=1)
    assert row.recent_monthly_vnd == pytest.approx(10_000_000_000 * 0.6 / 288 * 365.25 / 12, abs=1)  # since 01/01: no earlier report


@pytest.mark.parametrize(("days_before", "years_count"), [(35, 2), (36, 1)])
def test_a_year_whose_figure_was_old_on_that_day_does_not_count(tmp_path, days_before, years_count):
    assert asked(three_years(days_before=days_before), tmp_path).loc["A"].years_count == years_count


def test_a_year_without_a_figure_of_its_end_does_not_count(tmp_path):
    world = three_years()
    world.points = [p for p in world.points if p.cut_off_on != date(LAST - 1, 12, 31)]
    world.points.append(Point("A", "U1", LAST - 1, date(LAST - 1, 12, 14), 0.9))
    row = asked(world, tmp_path).loc["A"]
    assert (row.years_count, row.no_range_reason) == (1, "few_years")


@pytest.mark.parametrize(("missing", "years_count"), [(0.05, 2), (0.2, 1)])
def test_a_year_counts_only_when_nine_tenths_of_its_plan_have_figures(tmp_path, missing, years_count):
    world = three_years()
    world.points.append(Point("A", "U2", LAST - 1, date(LAST - 1, 1, 14), None, round(missing * 10_000_000_000)))
    assert asked(world, tmp_path).loc["A"].years_count == years_count


def test_an_old_figure_of_this_year_is_not_forecast_from(tmp_path):
    world = three_years()
    world.points[-1] = Point("A", "U1", LAST, date(LAST, 8, 14), 0.6)
    row = asked(world, tmp_path).loc["A"]
    assert (row.no_range_reason, row.years_count) == ("stale", 2)
    assert row[SHARES].isna().all()


@pytest.mark.parametrize("share", [1.0, 1.04])
def test_what_is_all_spent_stays_where_it_is(tmp_path, share):
    world = three_years()
    world.points[-1] = Point("A", "U1", LAST, ON, share)
    row = asked(world, tmp_path).loc["A"]
    assert tuple(row[SHARES]) == pytest.approx((share, share, share))
    assert (row.at_risk_low_vnd, row.at_risk_high_vnd, row.needed_monthly_vnd, row.no_range_reason) == (0, 0, 0, "all_spent")


def test_without_a_plan_there_is_no_forecast(tmp_path):
    world = three_years()
    world.points += [*year("B", "U2", LAST - 1, 0.5, 0.9), Point("B", "U2", LAST, ON, 0.6, None)]
    row = asked(world, tmp_path).loc["B"]
    assert row.no_range_reason == "no_plan"
    assert row[[*SHARES, "at_risk_high_vnd", "needed_monthly_vnd"]].isna().all()


def test_a_range_never_leaves_what_is_spent_already_and_the_whole(tmp_path):
    none, all_left = year("A", "U1", LAST - 2, 0.5, 0.5), year("A", "U1", LAST - 1, 0.5, 1.0)
    world = World([*none, *all_left, Point("A", "U1", LAST, ON, 0.6)])
    row = asked(world, tmp_path).loc["A"]
    assert tuple(row[SHARES]) == pytest.approx((0.6, 0.8, 1.0))


def test_the_whole_is_forecast_from_the_whole_and_not_from_its_parts(tmp_path):
    store = histories(1, 3, seed=8)[0].store(tmp_path / "generated.duckdb")
    total, unit, component = (forecast.outlook(store, SCOPE, plan_year=LAST, on=ON, by=by) for by in ("total", "unit", "component"))
    assert (len(total), len(unit), len(component)) == (1, len(UNITS), 1)
    assert total[SHARES].to_numpy() == pytest.approx(component[SHARES].to_numpy())
    assert total["planned_vnd"].sum() == unit["planned_vnd"].sum()
    assert total["at_risk_high_vnd"].sum() != unit["at_risk_high_vnd"].sum()


def test_the_quantiles_in_the_statements_are_students():
    """By the density of Student's t, added up in small steps: between -t and t lies what is claimed."""
    written = {}
    for name in ("forecast/outlook", "forecast/back_test"):
        [line] = [line for line in sql(name).splitlines() if line.strip().startswith("values (2,")]
        rows = [row.split(", ") for row in line.strip().removeprefix("values (").rstrip(",)").split("), (")]
        written[name] = {int(years): (2 / 3 if claim == "2 / 3" else float(claim), float(t)) for years, claim, t in rows}
    assert written["forecast/outlook"] == written["forecast/back_test"]
    assert set(written["forecast/outlook"]) == set(range(2, 9))
    for years, (claim, t) in written["forecast/outlook"].items():
        free, steps = years - 1, 20_000
        density = gamma((free + 1) / 2) / (sqrt(free * pi) * gamma(free / 2))
        step = t / steps
        inside = 2 * sum(density * (1 + ((k + 0.5) * step) ** 2 / free) ** (-(free + 1) / 2) * step for k in range(steps))
        assert inside == pytest.approx(claim, abs=1e-6)
