"""The days a pivot looks at, and the lines behind its cells."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from pages.parts import ask as door
from pages.parts import clock
from pages.parts.choice import Chosen
from pages.parts.pivot import moments
from pages.parts.pivot.asked import asked, of_cell
from pages.parts.pivot.shape import Cut
from queries import pivot
from queries.defined import SUBJECTS

pytestmark = pytest.mark.usefixtures("door_to_samples")

CHOSEN = Chosen(2024, date(2024, 7, 15), None, None, None, None, date(2024, 6, 14), (), {})


def test_what_is_live_counts_to_today_only_at_the_newest_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: date(2025, 3, 9))
    newest = replace(CHOSEN, on=date(2024, 12, 31), is_newest=True)
    assert moments.now(SUBJECTS["reports"], newest).on == date(2025, 3, 9)
    assert moments.now(SUBJECTS["reports"], CHOSEN).on == CHOSEN.on
    assert moments.now(SUBJECTS["money"], newest).on == newest.on


@pytest.mark.parametrize(
    ("on", "back", "then"), [((2024, 2, 29), 1, (2023, 2, 28)), ((2024, 2, 29), 4, (2020, 2, 29)), ((2025, 1, 31), -1, (2026, 1, 31))]
)
def test_a_year_earlier_is_the_same_day_and_month(on: tuple[int, ...], back: int, then: tuple[int, ...]) -> None:
    assert moments.earlier(date(*on), back) == date(*then)


LINES: dict[str, Callable[..., pd.DataFrame]] = {
    "money": pivot.money_lines,
    "reports": pivot.reports_lines,
    "obstacles": pivot.obstacles_lines,
}


@pytest.mark.parametrize(
    ("subject", "measure", "cut"),
    [
        ("money", "planned_vnd", Cut(("planned_vnd",), ("kind", "component"), ("fund_source",))),
        ("money", "disbursed_vnd", Cut(("disbursed_vnd",), ("unit",), ("cut_off",), {"component": ("DA4-TDA1",)})),
        ("money", "planned_vnd", Cut(("planned_vnd",), ("carried_over",), ("plan_year",))),
        ("reports", "received_count", Cut(("received_count",), ("unit",), ("round_kind",))),
        ("obstacles", "held_up_vnd", Cut(("held_up_vnd",), ("cause",))),
    ],
)
def test_the_lines_behind_a_cell_add_up_to_it(subject: str, measure: str, cut: Cut) -> None:
    cells = asked(cut, CHOSEN)
    some = pd.concat([cells.head(2), cells.tail(2)])
    assert len(some) == 4
    for _, cell in some.iterrows():
        rows = tuple(cell[f"row_{n + 1}"] for n in range(cell["row_depth"]))
        columns = tuple(cell[f"column_{n + 1}"] for n in range(cell["column_depth"]))
        lines = door.ask(LINES[subject], **of_cell(subject, cut, CHOSEN, rows, columns))
        if measure == "disbursed_vnd":
            lines = lines[lines["planned_vnd"].notna()]
        assert len(lines)
        assert lines[measure].sum() == (0 if pd.isna(cell[measure]) else cell[measure])
