"""Questions asked of two versions of the figures to tell what differs between them (pages.parts.differing), and what one stands on."""

from datetime import date
from typing import Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, answer


def lines(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """Every line of money on a day, with the submissions and cells behind it; one row per line, carried-over ones among them.

    `disbursed_vnd` is what counts in rates, `unplanned_disbursed_vnd` what was spent where no plan is known: one of them is missing.
    """
    return answer("versions/lines", store, scope, plan_year=plan_year, on=on, **narrowed)


def attainments(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """What units and the province attained on a day, with submission and cell; one row per unit x indicator x breakdown."""
    return answer("versions/attainments", store, scope, plan_year=plan_year, on=on, unit=unit)


def submissions(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """The files of a plan year that were ever accepted, and whether their figures stand on a day; one row per submission."""
    return answer("versions/submissions", store, scope, plan_year=plan_year, on=on, unit=unit)
