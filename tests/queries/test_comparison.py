"""Districts beside each other: every rank, curve and count equals plain Python."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest

from data.store.reading import Scope
from queries import comparison, disbursement, obstacles, targets
from tests.plain import Archive
from tests.plain_reports import Reports
from tests.queries.test_same_as_plain import counts, known

DISTRICTS = [str(code) for code in range(941, 952)]
DAYS = [(2022, date(2022, 12, 31), None), (2023, date(2023, 6, 19), date(2023, 6, 14)), (2024, date(2024, 3, 14), date(2024, 2, 14)),
        (2024, date(2024, 11, 15), date(2024, 11, 14)), (2024, date(2024, 12, 31), date(2024, 12, 14))]  # fmt: skip
NARROWED = [{}, {"source": "NSDP"}, {"capital_type": "SN"}, {"component": "DA7"}, {"component": "DA4-TDA1"}]


def of(answer: pd.DataFrame, measure: str) -> pd.DataFrame:
    return answer[answer["measure"] == measure].set_index("unit_code")


def plain_ranks(shares: dict[str, tuple[int, int] | None]) -> dict[str, int | None]:
    """Ranks of numerator/denominator, as the rates are written: in hundredths of a percent, halves up."""
    written = {
        unit: (Decimal(pair[0]) / pair[1] * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        for unit, pair in shares.items()
        if pair and pair[1]
    }
    return {unit: 1 + sum(other > written[unit] for other in written.values()) if unit in written else None for unit in shares}


def plain_money(papers: Archive, plan_year: int, on: date, **narrowed: str) -> dict[str, tuple[int, int] | None]:
    found = {}
    for unit in DISTRICTS:
        sums = papers.figures(plan_year, on, lambda line, unit=unit: counts(line, plan_year, **narrowed) and line.unit == unit)
        found[unit] = None if sums.disbursed is None or not sums.compared else (sums.disbursed, sums.compared)
    return found


def plain_on_time(home: Path, plan_year: int, on: date) -> dict[str, tuple[int, int] | None]:
    """Of each district: reports in time, of reports due; straight from the journal, in working days."""
    reports = Reports(home)
    counted = {unit: reports.on_time(unit, plan_year, on) for unit in DISTRICTS}
    return {unit: (in_time, due) if due else None for unit, (in_time, due) in counted.items()}


def same_ranks(answer: pd.DataFrame, now: dict[str, tuple[int, int] | None], before: dict[str, tuple[int, int] | None]) -> None:
    assert sorted(answer.index) == DISTRICTS
    ranks, earlier = plain_ranks(now), plain_ranks(before)
    for unit, row in answer.iterrows():
        pair = now[str(unit)]
        assert (known(row.numerator), known(row.denominator)) == (pair or (known(row.numerator), known(row.denominator)))
        assert known(row.measured_share) == (pytest.approx(pair[0] / pair[1], abs=1e-12) if pair else None)
        assert known(row["rank"]) == ranks[str(unit)]
        assert known(row.previous_rank) == earlier[str(unit)]
        if ranks[str(unit)]:
            values = list(ranks.values())
            assert (row.ranked_count, row.tied_count) == (sum(v is not None for v in values), values.count(ranks[str(unit)]))


@pytest.mark.parametrize(("plan_year", "on", "previous_on"), DAYS)
@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
def test_ranks_by_disbursed_share_are_those_of_plain_python(store, everyone, papers, plan_year, on, previous_on, narrowed):
    answer = comparison.ranking(store, everyone, plan_year=plan_year, on=on, previous_on=previous_on, **narrowed)
    now = plain_money(papers, plan_year, on, **narrowed)
    assert any(now.values())
    before = plain_money(papers, plan_year, previous_on, **narrowed) if previous_on else dict.fromkeys(DISTRICTS)
    same_ranks(of(answer, "disbursed"), now, before)


@pytest.mark.parametrize(("plan_year", "on", "previous_on"), DAYS)
def test_ranks_by_reports_in_time_are_those_of_plain_python(store, everyone, samples_home, plan_year, on, previous_on):
    answer = comparison.ranking(store, everyone, plan_year=plan_year, on=on, previous_on=previous_on)
    now = plain_on_time(samples_home, plan_year, on)
    assert any(now.values())
    before = plain_on_time(samples_home, plan_year, previous_on) if previous_on else dict.fromkeys(DISTRICTS)
    same_ranks(of(answer, "on_time"), now, before)


@pytest.mark.parametrize(("plan_year", "on", "previous_on"), DAYS)
def test_ranks_by_attainment_count_the_targets_reached(store, everyone, plan_year, on, previous_on):
    def plain(day: date | None) -> dict[str, tuple[int, int] | None]:
        rows = [] if day is None else targets.by_unit(store, everyone, plan_year=plan_year, on=day).to_dict("records")
        rows = [row for row in rows if row["breakdown"] == "CHUNG"]  # parts of the people are no indicators of their own
        found = {}
        for unit in DISTRICTS:
            states = [row["status"] for row in rows if row["unit_code"] == unit and row["status"] != "no_target"]
            is_known = any(state != "no_result" for state in states)
            found[unit] = (sum(state in ("reached", "exceeded") for state in states), len(states)) if is_known else None
        return found

    answer = of(comparison.ranking(store, everyone, plan_year=plan_year, on=on, previous_on=previous_on), "attained")
    now = plain(on)
    assert any(now.values())
    same_ranks(answer, now, plain(previous_on))


def test_reports_in_time_do_not_depend_on_what_the_money_is_narrowed_to(store, everyone):
    whole = comparison.ranking(store, everyone, plan_year=2024, on=date(2024, 11, 15))
    part = comparison.ranking(store, everyone, plan_year=2024, on=date(2024, 11, 15), component="DA7", source="NSTW")
    assert not of(whole, "disbursed")["measured_share"].equals(of(part, "disbursed")["measured_share"])
    pd.testing.assert_frame_equal(of(whole, "on_time"), of(part, "on_time"))


@pytest.mark.parametrize(("plan_year", "on", "previous_on"), DAYS)
def test_every_point_of_a_districts_curve_is_its_figure_of_that_day(store, everyone, papers, plan_year, on, previous_on):
    answer = comparison.curves(store, everyone, plan_year=plan_year, on=on)
    assert {(r.unit_code, r.cut_off_on.date()) for r in answer.itertuples()} == {
        (r.unit, r.day) for r in papers.reports if r.plan_year == plan_year and r.day <= on and r.unit in DISTRICTS and any(
            amount is not None for amount in r.disbursed.values()
        )
    }  # fmt: skip
    for row in answer.itertuples():
        sums = papers.figures(plan_year, row.cut_off_on.date(), lambda ln, unit=row.unit_code: counts(ln, plan_year) and ln.unit == unit)
        assert (known(row.planned_vnd), known(row.disbursed_vnd)) == (sums.planned, sums.disbursed)
        assert known(row.disbursed_share) == (None if sums.share is None else pytest.approx(sums.share, abs=1e-12))


def test_the_curve_of_the_whole_is_that_of_all_units_and_is_withheld_where_it_would_give_units_away(store, everyone):
    asked = {"plan_year": 2024, "on": date(2024, 11, 15)}
    whole = comparison.whole_curve(store, everyone, **asked)
    every = disbursement.curve(store, everyone, **asked)
    assert len(whole) == len(every) > 5
    pd.testing.assert_frame_equal(whole, every[list(whole.columns)])
    all_but_two, all_but_three = Scope(everyone.units[2:], benchmarks=True), Scope(everyone.units[3:], benchmarks=True)
    assert comparison.whole_curve(store, all_but_two, **asked).empty
    assert len(comparison.whole_curve(store, all_but_three, **asked)) == len(whole)
    assert comparison.whole_curve(store, Scope(everyone.units, benchmarks=False), **asked).empty


def test_the_slowest_component_and_the_biggest_cause_are_those_of_the_other_questions(store, everyone):
    asked = {"plan_year": 2024, "on": date(2024, 11, 15)}
    answer = comparison.peers(store, everyone, **asked).set_index("unit_code")
    assert sorted(answer.index) == DISTRICTS
    cells = disbursement.by_unit_component(store, everyone, **asked)
    for unit, row in answer.iterrows():
        own = cells[(cells["unit_code"] == unit) & cells["disbursed_share"].notna()]
        assert row.component_count == len(own)
        assert row.slowest_share == own["disbursed_share"].min()
        assert row.slowest_component_name in set(own[own["disbursed_share"] == row.slowest_share]["component_short_name"])
        causes = obstacles.by_money(store, everyone, **asked, unit=unit)
        assert known(row.cause_name) == (None if causes.empty else causes["cause_name"].iloc[0])
        assert known(row.held_up_vnd) == (None if causes.empty else known(causes["held_up_vnd"].iloc[0]))
    assert answer["cause_name"].notna().any()
