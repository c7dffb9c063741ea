"""Questions that set districts beside each other: ranks by a measure, curves, what holds each back, and where they lie on a map."""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, NarrowedForAll, answer


def ranking(
    store: Store, scope: Scope, *, plan_year: int, on: date, previous_on: date | None = None, **narrowed: Unpack[NarrowedForAll]
) -> pd.DataFrame:
    """Districts ranked by each measure on a day, and where each stood on an earlier day; one row per measure x district of the year.

    Measures: "disbursed" (this year's capital, narrowed as asked), "attained" (targets reached, of those set) and "on_time" (reports
    accepted in time, of those due up to the day); the last two are whatever the money is narrowed to.
    """
    return answer("comparison/ranking", store, scope, plan_year=plan_year, on=on, previous_on=previous_on, **narrowed)


def curves(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """Money each district had spent at each of its own cut-offs; one row per district x cut-off it reported to, up to a day."""
    return answer("comparison/curves", store, scope, plan_year=plan_year, on=on, **narrowed)


def whole_curve(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[NarrowedForAll]) -> pd.DataFrame:
    """The province's rate at each cut-off; one row per cut-off, or none when the viewer could work out a unit from it."""
    return answer("comparison/whole_curve", store, scope, plan_year=plan_year, on=on, **narrowed)


def peers(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """What holds each district back on a day: its slowest component, and the cause it gave with most money; one row per district."""
    return answer("comparison/peers", store, scope, plan_year=plan_year, on=on, **narrowed)


def tiles(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """Where each district stands on the map of tiles; one row per district of the year, without a place where none was given."""
    return answer("comparison/tiles", store, scope, plan_year=plan_year)


def boundaries(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """The boundary of each district as the office's file has it; one row per district x position, one empty row where it has none."""
    return answer("comparison/boundaries", store, scope, plan_year=plan_year)
