"""The verdict on any two amounts: what the store defines is what plain Python says, and what agrees is never called wrong."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.definitions import Definitions
from data.store.reading import Store, open_store, pointed_to
from tests.data.store.office import A, Office

JUNE, END, JULY = date(2024, 6, 14), date(2024, 6, 30), date(2024, 7, 14)
HALF = 500_000  # what is agreed to, as the shipped settings have it


def plainly(paid: dict, then: dict, now: dict, then_on: date, now_on: date | None, on: date) -> dict[Any, str]:
    """The verdicts once more, in the words of docs/decisions.md."""
    said = {}
    for key in paid.keys() | then.keys():
        kho_bac, unit, later = paid.get(key), then.get(key), now.get(key, 0)
        if abs((kho_bac or 0) - (unit or 0)) <= HALF:
            said[key] = "equal"
        elif then_on != on and (kho_bac or 0) > (unit or 0) and (now_on is None or kho_bac <= later + HALF):
            said[key] = "timing" if now_on else "timing_likely"
        else:
            said[key] = "only_treasury" if unit is None else "only_unit" if kho_bac is None else "real"
    return said


MONEY = st.one_of(st.none(), st.integers(0, 12).map(lambda n: n * HALF))
DAYS = st.sampled_from([JUNE, END])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paid=MONEY, then=MONEY, more=st.integers(0, 5), extract_on=DAYS, has_next=st.booleans())
def test_verdicts_of_any_amounts_are_those_of_plain_python(june_store, paid, then, more, extract_on, has_next):
    """Reports grow; whatever the Treasury says at a day, the store and plain Python judge it alike."""
    now = None if not has_next or then is None else then + more * HALF
    told = june_store.read(
        "select mart.treasury_verdict($paid::bigint, $own::bigint, $later::bigint, $day::date, $own_on::date, $next_on::date) as said",
        paid=paid, own=then, later=now, day=extract_on, own_on=JUNE, next_on=JULY if has_next else None,
    )["said"][0]  # fmt: skip
    sides = ({} if amount is None else {1: amount} for amount in (paid, then, now))
    assert told == (plainly(*sides, JUNE, JULY if has_next else None, extract_on) or {1: "equal"})[1]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(then=st.integers(0, 10**12), more=st.integers(0, 10**12), part=st.fractions(0, 1), rounding=st.integers(-HALF, HALF))
def test_what_agrees_everywhere_is_never_called_wrong(june_store, then, more, part, rounding):
    """A moment of the truth between two reports, printed as coarsely as is allowed, is equal or a matter of time."""
    for later, next_on in ((then + more, JULY), (None, None)):
        told = june_store.read(
            "select mart.treasury_verdict($paid::bigint, $own::bigint, $later::bigint, $day::date, $own_on::date, $next_on::date) as said",
            paid=max(0, then + int(more * part) + rounding), own=then, later=later, day=END, own_on=JUNE, next_on=next_on,
        )["said"][0]  # fmt: skip
        assert told in ("equal", "timing" if next_on else "timing_likely")


@pytest.fixture(scope="module")
def june_store(definitions: Definitions, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Any store: what is asked here is what it defines."""
    o = Office(tmp_path_factory.mktemp("any"), definitions)
    o.built_from(o.decision("01", JUNE, {"943": {A: 1}}))
    return open_store(o.home, pointed_to(o.home)[0] or "")
