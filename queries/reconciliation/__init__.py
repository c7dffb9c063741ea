"""Questions that lay two sources beside each other: the Treasury, assignment decisions and sector syntheses against what units report.

Their amounts stand side by side and are never added together. Verdicts: equal; timing (explained by the days of the figures), and
timing_likely where the unit's next report must show it; real, and only_… where a line stands on one side alone. Amounts are whole đồng.
"""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, answer


def extracts(store: Store, scope: Scope, *, plan_year: int, today: date) -> pd.DataFrame:
    """The days for which figures of the Treasury are in the archive, the newest first, and whom they leave out; one row per day."""
    return answer("reconciliation/extracts", store, scope, plan_year=plan_year, today=today)


def treasury(
    store: Store, scope: Scope, *, plan_year: int, today: date, extract_on: date | None = None, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """The Treasury beside the units at an extract (the newest up to `today` if none is named); one row per unit x component x source."""
    return answer("reconciliation/treasury", store, scope, plan_year=plan_year, today=today, extract_on=extract_on, **narrowed)


def treasury_lines(
    store: Store, scope: Scope, *, plan_year: int, today: date, extract_on: date | None = None, **narrowed: Unpack[Narrowed]
) -> pd.DataFrame:
    """The lines that do not agree at an extract, with the cells on both sides; one row per line."""
    return answer("reconciliation/treasury_lines", store, scope, plan_year=plan_year, today=today, extract_on=extract_on, **narrowed)


def plans(store: Store, scope: Scope, *, plan_year: int, on: date, today: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """What units write as their plan beside the decisions in force on a day; one row per line."""
    return answer("reconciliation/plans", store, scope, plan_year=plan_year, on=on, today=today, **narrowed)


def syntheses(store: Store, scope: Scope, *, plan_year: int, today: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """The newest synthesis of each lead beside the units' own reports of its cut-off; one row per lead x component x fund source."""
    return answer("reconciliation/syntheses", store, scope, plan_year=plan_year, today=today, **narrowed)


def reasons(store: Store, scope: Scope) -> pd.DataFrame:
    """The reasons for differences that an officer can choose from, in the office's order; one row per reason."""
    return answer("reconciliation/reasons", store, scope)


def tolerance(store: Store, scope: Scope) -> pd.DataFrame:
    """Up to which difference two amounts agree; one row."""
    return answer("reconciliation/tolerance", store, scope)
