"""Questions on the project that pays for monitoring itself, beside its money (disbursement) and its indicators (targets)."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def once_each(store: Store, scope: Scope, *, plan_year: int, on: date, group: str, unit: str | None = None) -> pd.DataFrame:
    """Who has done, at a day, what every unit given it is to do once in the year; one row per such indicator x kind of unit."""
    return answer("project7/once_each", store, scope, plan_year=plan_year, on=on, group=group, unit=unit)
