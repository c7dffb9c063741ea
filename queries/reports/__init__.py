"""Questions on who reported, and when."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def by_round(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """How many reports of each round are in, up to a day; one row per round whose cut-off is not later than the day."""
    return answer("reports/by_round", store, scope, plan_year=plan_year, on=on, unit=unit)
