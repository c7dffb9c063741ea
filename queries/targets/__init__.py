"""Questions on targets and results: what each unit, and the province as a whole, attained of each indicator at a day.

The rule of attainment stands once, in the store (mart.attainment_at): a level against its target, a reduction against the planned
reduction, a ratio as Σ numerator / Σ denominator, no figure where there is no target. Targets and achievements are in the indicator's unit.
"""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def by_unit(
    store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None, group: str | None = None, unit: str | None = None
) -> pd.DataFrame:
    """What each unit attained at a day; one row per unit x indicator x breakdown with a target or a result that year."""
    return answer("targets/by_unit", store, scope, plan_year=plan_year, on=on, indicator=indicator, group=group, unit=unit)


def province(
    store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None, group: str | None = None
) -> pd.DataFrame:
    """What the province as a whole attained at a day; one row per indicator x breakdown, none when the viewer may not see it."""
    return answer("targets/province", store, scope, plan_year=plan_year, on=on, indicator=indicator, group=group)


def rounds(store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str, unit: str | None = None) -> pd.DataFrame:
    """Every result sent for an indicator up to a day, in every state, and which one speaks; one row per unit x breakdown x workbook."""
    return answer("targets/rounds", store, scope, plan_year=plan_year, on=on, indicator=indicator, unit=unit)


def over_rounds(store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str) -> pd.DataFrame:
    """How an indicator grew over the year's cut-offs; one row per cut-off x unit, and the province as a whole."""
    return answer("targets/over_rounds", store, scope, plan_year=plan_year, on=on, indicator=indicator)


def five_years(
    store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None, group: str | None = None
) -> pd.DataFrame:
    """Each indicator of the province over the years up to a day, against its target for five years; one row per indicator x year."""
    return answer("targets/five_years", store, scope, plan_year=plan_year, on=on, indicator=indicator, group=group)


def summed(store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None) -> pd.DataFrame:
    """What was published of each indicator beside what units' own reports add up to; one row per indicator x breakdown of the province."""
    return answer("targets/summed", store, scope, plan_year=plan_year, on=on, indicator=indicator)


def indicators(store: Store, scope: Scope) -> pd.DataFrame:
    """What each indicator is and on what basis; one row per indicator."""
    return answer("targets/indicators", store, scope)


def groups(store: Store, scope: Scope) -> pd.DataFrame:
    """The groups of indicators, in the office's order; one row per group."""
    return answer("targets/groups", store, scope)
