"""Questions on who reported what and when, in working days; `today` is the day up to which lateness counts (pages.parts.clock)."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer

WHOLE = ""  # the form that is none: the report as a whole


def by_round(
    store: Store, scope: Scope, *, plan_year: int, today: date, form: str = WHOLE, unit: str | None = None, kind: str | None = None
) -> pd.DataFrame:
    """How many reports of each round are in, and in time; one row per round whose cut-off is reached, the newest first."""
    return answer("reports/by_round", store, scope, plan_year=plan_year, today=today, form=form, unit=unit, kind=kind)


def by_unit(
    store: Store, scope: Scope, *, plan_year: int, today: date, form: str = WHOLE, unit: str | None = None, kind: str | None = None
) -> pd.DataFrame:
    """How many of the reports asked of each unit are in, and in time; one row per unit."""
    return answer("reports/by_unit", store, scope, plan_year=plan_year, today=today, form=form, unit=unit, kind=kind)


def by_kind(store: Store, scope: Scope, *, plan_year: int, today: date, form: str = WHOLE, unit: str | None = None) -> pd.DataFrame:
    """Districts and departments told apart, over the year's rounds; one row per kind of unit."""
    return answer("reports/by_kind", store, scope, plan_year=plan_year, today=today, form=form, unit=unit)


def matrix(
    store: Store, scope: Scope, *, plan_year: int, today: date, form: str = WHOLE, unit: str | None = None, kind: str | None = None
) -> pd.DataFrame:
    """What became of each report; one row per unit x round expected of it or answered by it."""
    return answer("reports/matrix", store, scope, plan_year=plan_year, today=today, form=form, unit=unit, kind=kind)


def versions(store: Store, scope: Scope, *, round_code: str, unit: str) -> pd.DataFrame:
    """Everything a unit sent for a round, oldest first; one row per workbook."""
    return answer("reports/versions", store, scope, round_code=round_code, unit=unit)


def refusals(store: Store, scope: Scope, *, round_code: str, unit: str) -> pd.DataFrame:
    """Why reports of a unit for a round were returned; one row per reason."""
    return answer("reports/refusals", store, scope, round_code=round_code, unit=unit)


def forms(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """The forms that rounds of a year ask for; one row per form."""
    return answer("reports/forms", store, scope, plan_year=plan_year)


def extensions(store: Store, scope: Scope, *, plan_year: int, today: date, unit: str | None = None) -> pd.DataFrame:
    """Units given more time; one row per unit x round with a later due date."""
    return answer("reports/extensions", store, scope, plan_year=plan_year, today=today, unit=unit)


def letters(store: Store, scope: Scope, *, plan_year: int, today: date, unit: str | None = None) -> pd.DataFrame:
    """Letters sent to urge units to report, the newest first; one row per letter."""
    return answer("reports/letters", store, scope, plan_year=plan_year, today=today, unit=unit)


def reminders(
    store: Store, scope: Scope, *, plan_year: int, today: date, round_code: str, unit: str | None = None, kind: str | None = None
) -> pd.DataFrame:
    """Whom to urge for one round, and what a letter has to say; one row per unit whose report is overdue or came late."""
    return answer("reports/reminders", store, scope, plan_year=plan_year, today=today, round_code=round_code, unit=unit, kind=kind)
