"""What a pivot asks: the moments it looks at, what it compares with, and several subjects side by side; all against asking by itself."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.parts import ask as door
from pages.parts.choice import Chosen
from pages.parts.pivot import against
from pages.parts.pivot.asked import BEFORE, KEYS, asked
from pages.parts.pivot.shape import Cut
from queries import disbursement

pytestmark = pytest.mark.usefixtures("door_to_samples")

CHOSEN = Chosen(2024, date(2024, 7, 15), None, None, None, None, date(2024, 6, 14), (), {})
MONEY = ("planned_vnd", "disbursed_vnd", "disbursed_share")


def figures(cells: pd.DataFrame, measures: tuple[str, ...], before: str = "", drop: tuple[str, ...] = ()) -> dict[tuple, tuple]:
    """The known figures of cells by their keys, without the keys in `drop`."""
    keys = [key for key in KEYS if key not in drop]
    told = {
        tuple(row[key] for key in keys): tuple(None if pd.isna(row[before + m]) else round(float(row[before + m]), 9) for m in measures)
        for _, row in cells.iterrows()
    }
    return {key: values for key, values in told.items() if any(value is not None for value in values)}


@pytest.mark.parametrize(
    ("way", "then"),
    [
        ("nam-truoc", {"plan_year": 2023, "on": date(2023, 7, 15)}),
        ("ky-truoc", {"on": date(2024, 6, 14)}),
        ("2024-05-14", {"on": date(2024, 5, 14)}),
        ("2024-12-31", {"on": date(2024, 12, 31)}),
        ("2022.2022-12-31", {"plan_year": 2022, "on": date(2022, 12, 31)}),
    ],
)
@pytest.mark.parametrize("cut", [Cut(MONEY), Cut((*MONEY, "received_count"), ("kind",), ()), Cut(MONEY, ("project",), ("fund_source",))])
def test_what_is_compared_with_is_what_is_seen_there(cut: Cut, way: str, then: dict[str, Any]) -> None:
    assert way in against.options(CHOSEN)
    now, there = asked(replace(cut, against=way), CHOSEN), asked(cut, replace(CHOSEN, **then))
    assert figures(now, cut.measures) == figures(asked(cut, CHOSEN), cut.measures)
    assert figures(now, cut.measures, BEFORE) == figures(there, cut.measures) != {}


def test_a_frozen_version_is_seen_on_its_own_day() -> None:
    way, cut = "ban.1", Cut((*MONEY, "expected_count"), ("kind",))
    here, one = door.door(), door.freezes()[0]
    assert way in against.options(CHOSEN)
    now = asked(replace(cut, against=way), CHOSEN)
    with door.opened(door.frozen_store(one), here.scope, one):
        then = replace(CHOSEN, on=one.on, is_newest=True)
        assert way not in against.options(then)
        there = asked(cut, then)
        live = asked(replace(cut, against="ban.hien-hanh"), then)
    assert figures(now, cut.measures, BEFORE) == figures(there, cut.measures) != {}
    newest = replace(CHOSEN, on=date(2024, 12, 31), is_newest=True)
    assert figures(live, cut.measures, BEFORE) == figures(asked(cut, newest), cut.measures) != {}


def test_a_version_that_is_not_there_is_not_offered() -> None:
    with pytest.raises(KeyError):
        asked(Cut(against="ban.99"), CHOSEN)


def test_every_cut_off_up_to_the_day_is_a_column_and_each_is_what_was_seen_then() -> None:
    cut = Cut(MONEY, ("kind",), ("cut_off",))
    cells = asked(cut, CHOSEN)
    days = sorted({on for on in cells["column_1"] if on})
    assert (days[0], days[-1], len(days)) == ("2024-01-14", "2024-07-15", 8)
    for on in days:
        alone = asked(replace(cut, columns=()), replace(CHOSEN, on=date.fromisoformat(on)))
        then = cells[cells["column_1"] == on]
        assert figures(then, MONEY, drop=("column_depth", "column_1")) == figures(alone, MONEY, drop=("column_depth", "column_1"))


def test_every_year_is_seen_at_the_same_day_and_month() -> None:
    cells = asked(Cut(MONEY, ("plan_year", "kind")), CHOSEN)
    assert not len(cells[cells["row_depth"] == 0])  # years are not added up
    for year in (2022, 2023, 2024):
        alone = asked(Cut(MONEY, ("kind",)), replace(CHOSEN, plan_year=year, on=date(year, 7, 15)))
        then = cells[cells["row_1"] == str(year)].assign(row_1=lambda one: one["row_2"])
        assert list(figures(then, MONEY, drop=("row_depth", "row_2")).values()) == list(
            figures(alone, MONEY, drop=("row_depth", "row_2")).values()
        )


@pytest.mark.parametrize(("way", "gap"), [("nam-truoc", 1), ("2023.2023-07-15", 1), ("ky-truoc", 0)])
def test_with_years_on_an_axis_each_is_compared_in_its_own_way(way: str, gap: int) -> None:
    cells = asked(Cut(MONEY, (), ("plan_year",), against=way), CHOSEN)
    for year in (2023, 2024):
        on = date(year - gap, 6 if way == "ky-truoc" else 7, 14 if way == "ky-truoc" else 15)
        alone = asked(Cut(MONEY, ()), replace(CHOSEN, plan_year=year - gap, on=on))
        then = cells[cells["column_1"] == str(year)]
        assert list(figures(then, MONEY, BEFORE).values()) == list(figures(alone, MONEY).values())


@pytest.mark.parametrize(
    ("way", "then"),
    [
        ("ky-truoc", {"2024-07-15": date(2024, 6, 14), "2024-07-14": date(2024, 6, 14), "2024-01-14": None}),
        ("2024-05-14", {"2024-07-15": date(2024, 5, 14), "2024-01-14": date(2024, 5, 14)}),
        ("nam-truoc", {"2024-07-15": (2023, date(2023, 7, 15)), "2024-02-14": (2023, date(2023, 2, 14))}),
    ],
)
def test_with_cut_offs_on_an_axis_each_is_compared_in_its_own_way(way: str, then: dict[str, Any]) -> None:
    cells = asked(Cut(("disbursed_vnd", "line_count"), (), ("cut_off",), against=way), CHOSEN)
    for on, at in then.items():
        year, day = at if isinstance(at, tuple) else (2024, at)
        shown = figures(cells[cells["column_1"] == on], ("disbursed_vnd", "line_count"), BEFORE)
        alone = asked(Cut(("disbursed_vnd", "line_count"), ()), replace(CHOSEN, plan_year=year, on=day)) if day else None
        assert list(shown.values()) == ([] if alone is None else list(figures(alone, ("disbursed_vnd", "line_count")).values()))


def test_years_and_days_can_be_chosen_on_an_axis() -> None:
    cut = Cut(MONEY, (), ("cut_off",), {"cut_off": ("2024-03-14", "2024-07-15")})
    assert set(asked(cut, CHOSEN)["column_1"]) == {"2024-03-14", "2024-07-15"}
    assert asked(replace(cut, kept={"cut_off": ("2024-12-31",)}), CHOSEN).empty


def test_subjects_stand_side_by_side_as_each_stands_alone() -> None:
    measures = ("disbursed_vnd", "received_count", "obstacle_count", "warning_count", "finding_count")
    together = asked(Cut(measures, ("kind", "unit")), CHOSEN)
    assert not together.duplicated(KEYS).any()
    for measure in measures:
        assert figures(together, (measure,)) == figures(asked(Cut((measure,), ("kind", "unit")), CHOSEN), (measure,)) != {}


def test_a_level_stands_beside_money_once_its_indicator_is_named() -> None:
    cut = Cut(("disbursed_vnd", "level"), ("unit",))
    assert figures(asked(cut, CHOSEN), ("level",)) == {}  # no indicator is added to another
    named = asked(replace(cut, kept={"indicator": ("KH-VIECLAM",)}), CHOSEN)
    assert figures(named, ("disbursed_vnd",)) == figures(asked(cut, CHOSEN), ("disbursed_vnd",))
    alone = asked(Cut(("level",), ("unit",), kept={"indicator": ("KH-VIECLAM",)}), CHOSEN)
    assert figures(named, ("level",)) == figures(alone, ("level",)) != {}


@pytest.mark.parametrize(
    "narrowed", [{}, {"component": "DA4"}, {"component": "DA7-TDA1"}, {"source": "NSTW", "unit": "943"}, {"capital_type": "SN"}]
)
def test_the_total_is_what_the_page_of_disbursement_shows(narrowed: dict[str, str]) -> None:
    chosen = replace(CHOSEN, **narrowed)
    total = door.ask(disbursement.total, **chosen.money).iloc[0]
    cell = asked(Cut(MONEY, ()), chosen).iloc[0]
    assert [cell[measure] for measure in MONEY] == [total[measure] for measure in MONEY]


def test_what_is_chosen_of_a_dimension_and_what_the_page_is_narrowed_to_hold_both() -> None:
    chosen = replace(CHOSEN, component="DA4")
    cut = Cut(("planned_vnd",), ("component",), kept={"component": ("DA4-TDA1", "DA7-TDA1")})
    assert {code for code in asked(cut, chosen)["row_1"] if code} == {"DA4-TDA1"}
    assert asked(replace(cut, kept={"component": ("DA7-TDA1",)}), chosen).empty
