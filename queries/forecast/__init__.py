"""Questions on where this year's capital will stand on 31/12: a range from what earlier years did from the same day on, and its back-test.

The method, what it takes for granted and its limits are told in docs/forecast.md. Shares are 0-1, amounts whole đồng.
"""

from datetime import date
from typing import Literal, Unpack

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import Narrowed, answer

By = Literal["total", "unit", "component", "fund_source"]


def outlook(store: Store, scope: Scope, *, plan_year: int, on: date, by: By = "unit", **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """The range for 31/12, the pace needed and the recent one, the money at risk; one row per group, with money that year or without.

    Where there is no range, `no_range_reason` says why: no_plan, no_result, year_over, stale (figures older than 35 days), few_years
    (fewer than two usable earlier years). With all_spent nothing is left to forecast: low, middle and high are the rate of the day.
    """
    return answer("forecast/outlook", store, scope, plan_year=plan_year, on=on, by=by, **narrowed)


def back_test(store: Store, scope: Scope, *, plan_year: int, on: date, **narrowed: Unpack[Narrowed]) -> pd.DataFrame:
    """The forecast tried on the years before `plan_year`: how far off, how often the range held; one row per kind of group x years used."""
    return answer("forecast/back_test", store, scope, plan_year=plan_year, on=on, **narrowed)
