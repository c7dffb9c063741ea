"""Questions on what units say holds their money up."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def by_money(
    store: Store, scope: Scope, *, plan_year: int, on: date, component: str | None = None, unit: str | None = None
) -> pd.DataFrame:
    """The causes units gave for money that does not move, ranked by the money held up, on a day; one row per cause."""
    return answer("obstacles/by_money", store, scope, plan_year=plan_year, on=on, component=component, unit=unit)


def told(store: Store, scope: Scope, *, plan_year: int, on: date, component: str | None = None, unit: str | None = None) -> pd.DataFrame:
    """What units wrote about their obstacles, ranked by the money held up, on a day; one row per row they wrote."""
    return answer("obstacles/told", store, scope, plan_year=plan_year, on=on, component=component, unit=unit)


def foremost(
    store: Store, scope: Scope, *, plan_year: int, on: date, component: str | None = None, unit: str | None = None
) -> pd.DataFrame:
    """The cause that holds up most money in each unit and in each component, and what was asked for; one row per unit, or component."""
    return answer("obstacles/foremost", store, scope, plan_year=plan_year, on=on, component=component, unit=unit)
