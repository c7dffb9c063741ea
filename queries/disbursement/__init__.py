"""Questions on the money of one plan year at a day: planned, disbursed, and the rate, by the rules of a rate that each statement holds.

The headline counts this year's capital. `carried_over` is False for this year's, True for what was carried over, None for both, which a
page labels "gồm vốn kéo dài". Amounts are whole đồng, shares 0-1, and missing is NULL, never 0.
"""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, narrow, sql


def total(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """Planned and spent money on a day; one row for this year's capital, one for what was carried over."""
    return store.read(sql("disbursement/total"), plan_year=plan_year, on=on, units=scope.units, **narrow(narrowed))


def by_unit(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each unit on a day; one row per unit with a plan or expected that year, reported or not."""
    return store.read(
        sql("disbursement/by_unit"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def by_project(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each project on a day; one row per project, run in the province or not."""
    return store.read(
        sql("disbursement/by_project"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def by_component(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each component on a day; one row per component (the leaves), run in the province or not."""
    return store.read(
        sql("disbursement/by_component"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def by_unit_component(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """The rate of each unit in each component on a day: the heat map; one row per unit x component with a line that year."""
    return store.read(
        sql("disbursement/by_unit_component"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def by_fund_source(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each fund source on a day; one row per fund source with money that year."""
    return store.read(
        sql("disbursement/by_fund_source"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def by_capital_type(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Planned and spent money of each capital type on a day; one row per capital type with money that year."""
    return store.read(
        sql("disbursement/by_capital_type"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def by_capital(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """Planned and spent money on a day; one row per fund source x capital type x capital year, carried-over capital apart."""
    return store.read(sql("disbursement/by_capital"), plan_year=plan_year, on=on, units=scope.units, **narrow(narrowed))


def from_assigned_to_disbursed(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """How far the money of each component got on a day: assigned, allocated, disbursed; one row per component with a plan."""
    return store.read(
        sql("disbursement/from_assigned_to_disbursed"),
        plan_year=plan_year,
        on=on,
        carried_over=carried_over,
        units=scope.units,
        **narrow(narrowed),
    )


def curve(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """Money spent by each cut-off, by the rule of a day; one row per cut-off present in the data, up to a day."""
    return store.read(
        sql("disbursement/curve"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def plan_steps(
    store: Store, scope: Scope, *, plan_year: int, on: date, carried_over: bool | None = False, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """The plan as it stood through the year; one row per day on which it changed, up to a day."""
    return store.read(
        sql("disbursement/plan_steps"), plan_year=plan_year, on=on, carried_over=carried_over, units=scope.units, **narrow(narrowed)
    )


def coverage(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """How many units have figures exactly at a day, which is the oldest in use, which have none; one row."""
    return store.read(sql("disbursement/coverage"), plan_year=plan_year, on=on, unit=unit, units=scope.units)


def benchmark(
    store: Store,
    scope: Scope,
    *,
    plan_year: int,
    on: date,
    component: str | None = None,
    source: str | None = None,
    capital_type: str | None = None,
    carried_over: bool | None = False,
) -> pd.DataFrame:
    """The province's rate without any unit's detail; one row, or none when the viewer may not see it or could work out a unit from it."""
    return store.read(
        sql("disbursement/benchmark"),
        plan_year=plan_year,
        on=on,
        component=component,
        source=source,
        capital_type=capital_type,
        carried_over=carried_over,
        benchmarks=scope.benchmarks,
        units=scope.units,
    )


def target(store: Store, scope: Scope, *, plan_year: int, capital_type: str | None = None) -> pd.DataFrame:
    """The share of the plan to be spent by the end of the year; one row, or none when the office set no target."""
    return store.read(sql("disbursement/target"), plan_year=plan_year, capital_type=capital_type)
