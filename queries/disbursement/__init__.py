"""Questions on the money of one plan year at a day: planned, disbursed, and the rate, which the store defines (mart.rate).

The headline counts this year's capital. `carried_over` is False for this year's, True for what was carried over, None for both, which a
page labels "gồm vốn kéo dài". Amounts are whole đồng, shares 0-1, and missing is NULL, never 0.
"""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, NarrowedForAll, answer


def total(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """Planned and spent money on a day; one row for this year's capital, one for what was carried over."""
    return answer("disbursement/total", store, scope, plan_year=plan_year, on=on, **narrowed)


def by_unit(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each unit on a day; one row per unit with a plan or expected that year, reported or not."""
    return answer("disbursement/by_unit", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def by_project(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each project on a day; one row per project, run in the province or not."""
    return answer("disbursement/by_project", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def by_component(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each component on a day; one row per component (the leaves), run in the province or not."""
    return answer("disbursement/by_component", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def by_unit_component(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """The rate of each unit in each component on a day: the heat map; one row per unit x component with a line that year."""
    return answer("disbursement/by_unit_component", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def by_fund_source(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each fund source on a day; one row per fund source with money that year."""
    return answer("disbursement/by_fund_source", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def by_capital_type(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each capital type on a day; one row per capital type with money that year."""
    return answer("disbursement/by_capital_type", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def by_capital(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """Planned and spent money on a day; one row per fund source x capital type x capital year, carried-over capital apart."""
    return answer("disbursement/by_capital", store, scope, plan_year=plan_year, on=on, **narrowed)


def from_assigned_to_disbursed(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """How far the money of each component got on a day: assigned, allocated, disbursed; one row per component with a plan."""
    return answer(
        "disbursement/from_assigned_to_disbursed", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed
    )


def curve(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Money spent by each cut-off, by the rule of a day; one row per cut-off present in the data, up to a day."""
    return answer("disbursement/curve", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def plan_steps(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """The plan as it stood through the year; one row per day on which it changed, up to a day."""
    return answer("disbursement/plan_steps", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def coverage(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """How many units have figures exactly at a day, which is the oldest in use, which have none; one row."""
    return answer("disbursement/coverage", store, scope, plan_year=plan_year, on=on, unit=unit)


def benchmark(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[NarrowedForAll]
) -> pd.DataFrame:
    """The province's rate without any unit's detail; one row, or none when the viewer may not see it or could work out a unit from it."""
    return answer("disbursement/benchmark", store, scope, plan_year=plan_year, on=on, carried_over=carried_over, **narrowed)


def target(store: Store, scope: Scope, *, plan_year: int, capital_type: str | None = None) -> pd.DataFrame:
    """The share of the plan to be spent by the end of the year; one row, or none when the office set no target."""
    return answer("disbursement/target", store, scope, plan_year=plan_year, capital_type=capital_type)
