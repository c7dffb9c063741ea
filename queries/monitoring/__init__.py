"""Questions on monitoring: visits, recommendations and what became of them; `today` is the day they are looked at (pages.parts.clock)."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def recommendations(store: Store, scope: Scope, *, today: date, component: str | None = None, unit: str | None = None) -> pd.DataFrame:
    """How recommendations of every year stand, the longest overdue first; one row per recommendation."""
    return answer("monitoring/recommendations", store, scope, today=today, component=component, unit=unit)


def by_unit(store: Store, scope: Scope, *, today: date, component: str | None = None, unit: str | None = None) -> pd.DataFrame:
    """How many lie with each unit, overdue ones, and the share remedied in time; one row per unit."""
    return answer("monitoring/by_unit", store, scope, today=today, component=component, unit=unit)


def ageing(store: Store, scope: Scope, *, today: date, component: str | None = None, unit: str | None = None) -> pd.DataFrame:
    """How long what waits is overdue; one row per group of days."""
    return answer("monitoring/ageing", store, scope, today=today, component=component, unit=unit)


def steps(store: Store, scope: Scope, *, today: date, component: str | None = None, unit: str | None = None) -> pd.DataFrame:
    """What was done about recommendations, in order; one row per remedy or verification."""
    return answer("monitoring/steps", store, scope, today=today, component=component, unit=unit)


def visits(store: Store, scope: Scope, *, today: date, plan_year: int | None = None, unit: str | None = None) -> pd.DataFrame:
    """The visits of a plan year, or of all, and the reports on them, the newest first; one row per visit."""
    return answer("monitoring/visits", store, scope, plan_year=plan_year, today=today, unit=unit)


def year_plan(store: Store, scope: Scope, *, plan_year: int, today: date, unit: str | None = None) -> pd.DataFrame:
    """Which units a year's plan monitors how, and what is done; one row per unit planned or visited."""
    return answer("monitoring/year_plan", store, scope, plan_year=plan_year, today=today, unit=unit)


def scores(store: Store, scope: Scope, *, plan_year: int, on: date, today: date, for_year: int) -> pd.DataFrame:
    """What speaks for monitoring each district on site in a year, by the office's weights, highest first; one row per district."""
    return answer("monitoring/scores", store, scope, plan_year=plan_year, on=on, today=today, for_year=for_year)


def office(store: Store, scope: Scope) -> pd.DataFrame:
    """What the office set for its monitoring; one row."""
    return answer("monitoring/office", store, scope)


def finding_kinds(store: Store, scope: Scope) -> pd.DataFrame:
    """The kinds of finding; one row per kind."""
    return answer("monitoring/finding_kinds", store, scope)


def addressees(store: Store, scope: Scope, *, today: date) -> pd.DataFrame:
    """The units that may be asked to remedy something; one row per unit."""
    return answer("monitoring/addressees", store, scope, today=today)
