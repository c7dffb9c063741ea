"""The pivot by any choice of rows, columns, filters and moments: every cell at every level is what plain Python makes of the same lines."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.store.reading import Scope, Store
from queries import pivot, quality
from queries.defined import MEASURES
from tests import plain, plain_monitoring, plain_pivot, plain_pivot_facts, plain_pivot_results
from tests.plain_pivot import Cut, Key, Subject
from tests.plain_reports import Reports
from tests.plain_targets import Told
from tests.queries.cutting import asked, cuts, same

CHOICES = {"money": 205, "results": 55, "reports": 90, "obstacles": 60, "recommendations": 45, "warnings": 45}  # 500 in all
WHOLE = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def plainly(store: Store, everyone: Scope, papers: plain.Archive, samples_home: Path) -> Callable[[str], Subject]:
    """A subject in plain Python, by name; its lines of a moment are found once."""

    def listed(plan_year: int, on: date) -> list[dict[str, Any]]:
        return quality.warnings(store, everyone, plan_year=plan_year, on=on).to_dict("records")

    makers: dict[str, Callable[[], Subject]] = {
        "money": lambda: plain_pivot_facts.money(papers), "obstacles": lambda: plain_pivot_facts.obstacles(papers),
        "reports": lambda: plain_pivot_facts.reports(Reports(samples_home)), "warnings": lambda: plain_pivot_facts.warnings(listed),
        "results": lambda: plain_pivot_results.results(Told(samples_home), papers),
        "recommendations": lambda: plain_pivot_results.recommendations(plain_monitoring.read(samples_home)),
    }  # fmt: skip

    @cache
    def of(name: str) -> Subject:
        made = makers[name]()
        return Subject(cache(made.lines), made.figures)

    return of


@pytest.mark.parametrize("name", CHOICES)
def test_every_cell_at_every_level_is_what_plain_python_makes_of_its_lines(store, everyone, plainly, name):
    subject, seen = plainly(name), dict[str, int]()
    scopes = st.one_of(*[st.just(everyone.units)] * 3, st.lists(st.sampled_from(everyone.units), max_size=8))

    @settings(WHOLE, max_examples=2 * CHOICES[name])
    @given(cut=cuts(name, subject), units=scopes)
    def equal(cut: Cut, units: list[str]) -> None:
        choice = repr((cut, units))
        if choice in seen or len(seen) == CHOICES[name]:
            return  # every choice that counts is another one
        told = asked(store, Scope(tuple(units), benchmarks=True), name, cut)
        expected = plain_pivot.cells(subject, cut, units)
        assert told.keys() == expected.keys()
        for key, figures in expected.items():
            assert same(told[key], figures), (key, told[key], figures)
            assert all(quotient(told[key], measure) for measure in figures if MEASURES[measure].adds == "ratio")
        seen[choice] = len(told)

    equal()
    assert len(seen) == CHOICES[name] and sum(count > 1 for count in seen.values()) > 0.4 * len(seen)


def quotient(cell: dict[str, Any], measure: str) -> bool:
    """Whether a rate is what its own cell's parts make."""
    part, whole = cell[MEASURES[measure].numerator], cell[MEASURES[measure].denominator]
    return cell[measure] == (None if part is None or not whole else pytest.approx(part / whole, rel=1e-9))


@pytest.mark.parametrize("name", CHOICES)
def test_the_lines_behind_any_cell_add_up_to_it_and_name_where_they_were_read(store, everyone, plainly, name):
    subject = plainly(name)

    @settings(WHOLE, max_examples=8)
    @given(cut=cuts(name, subject), data=st.data())
    def equal(cut: Cut, data: st.DataObject) -> None:
        if not (told := asked(store, everyone, name, cut)):
            return
        key = data.draw(st.sampled_from(list(told)))
        kept = cut.kept | {
            dimension: (code,) for dimension, code in zip(cut.rows + cut.columns, _named(cut, key), strict=False) if code is not None
        }
        years, days = zip(*cut.moments, strict=True)
        lines = getattr(pivot, f"{name}_lines")(store, everyone, years=years, days=days, kept=kept)
        assert {"submission_id", "sheet", "cell"} <= set(lines.columns) and len(lines)
        for measure in (m for m in told[key] if MEASURES[m].adds == "sum"):
            summed = len(lines) if measure == "line_count" else lines[measure].dropna().sum()
            assert summed == (told[key][measure] or 0), measure

    equal()


def _named(cut: Cut, key: Key) -> list[str | None]:
    """The codes of a cell in the order of all rows, then all columns; None above its level."""
    rows, columns = key
    return [*rows, *[None] * (len(cut.rows) - len(rows)), *columns]
