"""Ranks of districts by hand-made figures: ties, missing figures, the day before, reports in time; and what a scope may see."""

from datetime import date

import pandas as pd
import pytest

from data.store.reading import Scope, Store, current_version, open_store
from queries import comparison
from tests.data.store.office import Line, Office
from tests.queries.test_comparison import DISTRICTS, of
from tests.queries.test_same_as_plain import known

ONE, OTHER = Line(), Line("DA7-TDA1")


@pytest.fixture(scope="module")
def hand_made(tmp_path_factory, definitions) -> Store:
    """Six districts with a plan: two alike at the top, one that is written like them, one below, one silent, one with a blank figure."""
    office = Office(tmp_path_factory.mktemp("office"), definitions)
    plans = {"941": 1_000, "942": 4_000, "943": 3_000_000, "944": 1_000, "945": 1_000, "946": 1_000}
    spent = {"941": 500, "942": 2_000, "943": 1_500_100, "944": 250, "946": None}
    office.send(office.decision("1/QĐ", date(2024, 1, 10), {unit: {ONE: amount * 1_000_000} for unit, amount in plans.items()}))
    for unit, amount in spent.items():
        given = None if amount is None else amount * 1_000_000
        line = {ONE: given} if given is not None else {ONE: None, OTHER: 1_000_000}
        office.send(office.report(unit, "2024-T06", spent=line))
    office.send(office.report("944", "2024-T07", spent={ONE: 900_000_000}))
    office.build()
    return open_store(office.home, str(current_version(office.home)))


def test_ties_share_a_rank_and_the_next_rank_counts_them(hand_made, everyone):
    answer = of(comparison.ranking(hand_made, everyone, plan_year=2024, on=date(2024, 6, 30)), "disbursed")
    assert {unit: known(answer.loc[unit, "rank"]) for unit in ("941", "942", "943", "944")} == {"941": 1, "942": 1, "943": 1, "944": 4}
    assert answer.loc["943", "measured_share"] > answer.loc["941", "measured_share"]  # 50,00% all three, as they are written
    assert answer.loc[["941", "942", "943", "944"], "tied_count"].tolist() == [3, 3, 3, 1]
    assert set(answer["ranked_count"].dropna()) == {4}


def test_no_figure_is_no_rank_and_never_the_last_one(hand_made, everyone):
    answer = of(comparison.ranking(hand_made, everyone, plan_year=2024, on=date(2024, 6, 30)), "disbursed")
    silent, blank, no_plan = answer.loc["945"], answer.loc["946"], answer.loc["947"]
    for row in (silent, blank, no_plan):
        assert pd.isna(row["rank"]) and pd.isna(row.measured_share)
    assert pd.isna(silent.reported_on) and not pd.isna(blank.reported_on)
    assert answer["rank"].isna().tolist() == sorted(answer["rank"].isna())  # at the foot


def test_the_change_of_rank_follows_the_day_before(hand_made, everyone):
    asked = {"plan_year": 2024, "on": date(2024, 7, 15), "previous_on": date(2024, 6, 14)}
    answer = of(comparison.ranking(hand_made, everyone, **asked), "disbursed")
    assert (answer.loc["944", "rank"], answer.loc["944", "previous_rank"]) == (1, 4)
    assert (answer.loc["941", "rank"], answer.loc["941", "previous_rank"]) == (2, 1)
    first = of(comparison.ranking(hand_made, everyone, plan_year=2024, on=date(2024, 6, 14)), "disbursed")
    assert first["previous_rank"].isna().all()


def test_a_late_report_and_a_missing_one_both_count_as_not_in_time(hand_made, everyone):
    answer = of(comparison.ranking(hand_made, everyone, plan_year=2024, on=date(2024, 7, 20)), "on_time")
    due = {"2024-T01", "2024-T02", "2024-T03", "2024-T04", "2024-T05", "2024-T06", "2024-T07"}
    assert set(answer["denominator"]) == {len(due)}
    assert answer["numerator"].to_dict() == {
        unit: int(unit == "944") for unit in DISTRICTS
    }  # the office's clock stands at 01/7: T06 is late
    assert set(answer["rank"]) == {1, 2}


def test_a_district_sees_its_own_row_and_no_rank_among_others(store, everyone):
    one = Scope(units=("943",), benchmarks=False)
    asked = {"plan_year": 2024, "on": date(2024, 11, 15)}
    answer = comparison.ranking(store, one, **asked)
    assert set(answer["unit_code"]) == {"943"} and set(answer["rank"]) == {1} and set(answer["ranked_count"]) == {1}
    for question in (comparison.curves, comparison.peers):
        assert set(question(store, one, **asked)["unit_code"]) == {"943"}
    for question in (comparison.tiles, comparison.boundaries):
        assert set(question(store, one, plan_year=2024)["unit_code"]) == {"943"}


def test_every_district_has_a_tile_of_its_own_and_none_stands_alone(store, everyone):
    tiles = comparison.tiles(store, everyone, plan_year=2024)
    places = {(row.tile_row, row.tile_column) for row in tiles.itertuples()}
    assert sorted(tiles["unit_code"]) == DISTRICTS and len(places) == len(DISTRICTS)
    assert all({(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)} & places for r, c in places)
