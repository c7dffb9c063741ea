"""Questions that set districts beside each other: ranks by a measure, curves, what holds each back, and where they lie on a map."""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, narrow, sql


def ranking(
    store: Store,
    scope: Scope,
    *,
    plan_year: int,
    on: date,
    previous_on: date | None = None,
    component: str | None = None,
    source: str | None = None,
    capital_type: str | None = None,
) -> pd.DataFrame:
    """Districts ranked by each measure on a day, and where each stood on an earlier day; one row per measure x district of the year.

    Measures: "disbursed" (this year's capital, narrowed as asked), "attained" (targets reached, of those set) and "on_time" (reports
    accepted in time, of those due up to the day); the last two are whatever the money is narrowed to.
    """
    return store.read(
        sql("comparison/ranking"),
        plan_year=plan_year,
        on=on,
        previous_on=previous_on,
        component=component,
        source=source,
        capital_type=capital_type,
        units=scope.units,
    )


def curves(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """Money each district had spent at each of its own cut-offs; one row per district x cut-off it reported to, up to a day."""
    return store.read(sql("comparison/curves"), plan_year=plan_year, on=on, units=scope.units, **narrow(narrowed))


def whole_curve(
    store: Store,
    scope: Scope,
    *,
    plan_year: int,
    on: date,
    component: str | None = None,
    source: str | None = None,
    capital_type: str | None = None,
) -> pd.DataFrame:
    """The province's rate at each cut-off; one row per cut-off, or none when the viewer could work out a unit from it."""
    return store.read(
        sql("comparison/whole_curve"),
        plan_year=plan_year,
        on=on,
        component=component,
        source=source,
        capital_type=capital_type,
        benchmarks=scope.benchmarks,
        units=scope.units,
    )


def peers(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """What holds each district back on a day: its slowest component, and the cause it gave with most money; one row per district."""
    return store.read(sql("comparison/peers"), plan_year=plan_year, on=on, units=scope.units, **narrow(narrowed))


def tiles(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """Where each district stands on the map of tiles; one row per district of the year, without a place where none was given."""
    return store.read(sql("comparison/tiles"), plan_year=plan_year, units=scope.units)


def boundaries(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """The boundary of each district as the office's file has it; one row per district x position, one empty row where it has none."""
    return store.read(sql("comparison/boundaries"), plan_year=plan_year, units=scope.units)
