"""Questions on documents: which were issued, which of the required ones exist or are missing, and what officers noted on a unit."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def issued(
    store: Store, scope: Scope, *, plan_year: int, today: date, unit: str | None = None, component: str | None = None
) -> pd.DataFrame:
    """Documents that units issued for a plan year, up to a day, the newest first; one row per document."""
    return answer("documents/issued", store, scope, plan_year=plan_year, today=today, unit=unit, component=component)


def required(
    store: Store, scope: Scope, *, plan_year: int, today: date, unit: str | None = None, component: str | None = None
) -> pd.DataFrame:
    """Which required documents exist, are late or missing; one row per unit x required document x component."""
    return answer("documents/required", store, scope, plan_year=plan_year, today=today, unit=unit, component=component)


def notes(store: Store, scope: Scope, *, plan_year: int, unit: str | None = None) -> pd.DataFrame:
    """Notes that officers left on units for a plan year, the newest first; one row per note."""
    return answer("documents/notes", store, scope, plan_year=plan_year, unit=unit)
