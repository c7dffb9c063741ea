"""Questions on one unit, or on each: what it sent and when, and its communes."""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, answer


def reports(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """What a unit sent for each round, up to a day, and whether in time; one row per unit x round expected of it or answered by it."""
    return answer("units/reports", store, scope, plan_year=plan_year, on=on, unit=unit)


def communes(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """What a unit's report in force says of its communes ("trong đó"); one row per unit x commune x component."""
    return answer("units/communes", store, scope, plan_year=plan_year, on=on, **narrowed)
