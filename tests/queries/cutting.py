"""Choices of a pivot for tests: made up at random, and asked of the store."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import strategies as st

from data.store.reading import Scope, Store
from queries import pivot
from queries.defined import SUBJECTS
from tests.plain_pivot import Cut, Key, Subject

CELL = ["row_depth", "row_1", "row_2", "row_3", "column_depth", "column_1", "column_2"]
DAYS = {  # cut-offs, days between them, the first day of a decision, and a day before anything
    2024: [date(2024, 12, 31), date(2024, 11, 15), date(2024, 7, 15), date(2024, 6, 14), date(2024, 4, 24), date(2024, 2, 29)],
    2023: [date(2023, 12, 31), date(2023, 6, 19), date(2023, 9, 2)],
    2022: [date(2022, 12, 31), date(2023, 1, 31), date(2022, 8, 14), date(2022, 5, 1)],
}

LIVE = {
    2024: [date(2024, 12, 31), date(2023, 12, 31), date(2025, 3, 1), date(2026, 6, 1)]
}  # of what is of no one year; others follow units


@st.composite
def cuts(draw: st.DrawFn, name: str, subject: Subject) -> Cut:
    """Up to three rows and two columns; filters on some dimensions; one moment, or the several that an axis of years or days takes."""
    told = SUBJECTS[name]
    named = draw(st.lists(st.sampled_from(told.dimensions), min_size=3 - draw(st.integers(0, 3)), max_size=5, unique=True))
    columns = draw(st.integers(max(0, len(named) - 3), min(2, len(named))))
    among = DAYS if "plan_year" in told.dimensions else LIVE
    plan_year = draw(st.sampled_from(list(among)))
    on = draw(st.sampled_from(among[plan_year]))
    moments = [(plan_year, on)]
    if "plan_year" in named:
        moments = [(year, date(year + on.year - plan_year, on.month, min(on.day, 28))) for year in draw(_some(list(DAYS)))]
    if "cut_off" in named:
        moments = [(year, day) for year, _ in moments for day in draw(_some(DAYS[year]))]
    lines = [line | {"plan_year": str(year), "cut_off": str(day)} for year, day in moments for line in subject.lines(year, day)]
    one = draw(st.sampled_from(lines or [dict.fromkeys(told.dimensions, "not a code")]))  # most filters keep this line
    kept = dict(told.kept) if draw(st.booleans()) else {}
    for dimension in draw(st.lists(st.sampled_from(told.dimensions), max_size=2, unique=True)):
        codes = [*sorted({line[dimension] for line in lines}), "not a code"]
        kept[dimension] = tuple({*draw(_some(codes)), *([one[dimension]] if draw(st.integers(0, 5)) < 5 else [])})
    if draw(st.integers(0, 9)) < 9:
        kept |= {dimension: (one[dimension],) for dimension in sorted(set(told.apart) - set(named) - {"plan_year", "cut_off"})}
    apart = told.apart + tuple(draw(st.lists(st.sampled_from(named or told.dimensions), max_size=1)))
    return Cut(tuple(moments), tuple(named[columns:]), tuple(named[:columns]), kept, apart)


def _some(codes: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True)


def asked(store: Store, scope: Scope, name: str, cut: Cut) -> dict[Key, dict[str, Any]]:
    """The answer's cells by their codes."""
    years, days = tuple(year for year, _ in cut.moments), tuple(day for _, day in cut.moments)
    answer = getattr(pivot, name)(
        store, scope, years=years, days=days, rows=cut.rows, columns=cut.columns, kept=cut.kept or None, apart=cut.apart
    )
    cells: dict[Key, dict[str, Any]] = {}
    for row in answer.to_dict("records"):
        above = [row[f"row_{n}"] for n in (1, 2, 3)][row["row_depth"] :] + [row["column_1"], row["column_2"]][row["column_depth"] :]
        assert all(pd.isna(code) for code in above)
        key = tuple(row[f"row_{n + 1}"] for n in range(row["row_depth"])), tuple(row[f"column_{n + 1}"] for n in range(row["column_depth"]))
        assert key not in cells
        cells[key] = {measure: None if pd.isna(value) else value for measure, value in row.items() if measure not in CELL}
    return cells


def same(told: dict[str, Any], plainly: dict[str, Any]) -> bool:
    """Amounts and counts to the last unit; quotients as far as a double goes."""
    return told.keys() == plainly.keys() and all(
        told[m] == pytest.approx(value, rel=1e-9) if isinstance(value, float) else told[m] == value for m, value in plainly.items()
    )
