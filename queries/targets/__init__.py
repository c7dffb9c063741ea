"""Questions on targets and results: what each unit, and the province as a whole, attained of each indicator at a day.

The rule of attainment stands once, in the store (mart.attainment_at): a level against its target, a reduction against the planned
reduction, a ratio as Σ numerator / Σ denominator, no figure where there is no target. Targets and achievements are in the indicator's unit.
"""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import sql


def by_unit(
    store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None, group: str | None = None, unit: str | None = None
) -> pd.DataFrame:
    """What each unit attained at a day; one row per unit x indicator x breakdown with a target or a result that year."""
    return store.read(sql("targets/by_unit"), plan_year=plan_year, on=on, indicator=indicator, group=group, unit=unit, units=scope.units)


def province(
    store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None, group: str | None = None
) -> pd.DataFrame:
    """What the province as a whole attained at a day; one row per indicator x breakdown, none when the viewer may not see it."""
    return store.read(
        sql("targets/province"),
        plan_year=plan_year,
        on=on,
        indicator=indicator,
        group=group,
        benchmarks=scope.benchmarks,
        units=scope.units,
    )


def rounds(store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str, unit: str | None = None) -> pd.DataFrame:
    """Every result sent for an indicator up to a day, in every state, and which one speaks; one row per unit x breakdown x workbook."""
    return store.read(
        sql("targets/rounds"),
        plan_year=plan_year,
        on=on,
        indicator=indicator,
        unit=unit,
        benchmarks=scope.benchmarks,
        units=scope.units,
    )


def over_rounds(store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str) -> pd.DataFrame:
    """How an indicator grew over the year's cut-offs; one row per cut-off x unit, and the province as a whole."""
    return store.read(
        sql("targets/over_rounds"), plan_year=plan_year, on=on, indicator=indicator, benchmarks=scope.benchmarks, units=scope.units
    )


def five_years(
    store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None, group: str | None = None
) -> pd.DataFrame:
    """Each indicator of the province over the years up to a day, against its target for five years; one row per indicator x year."""
    return store.read(
        sql("targets/five_years"),
        plan_year=plan_year,
        on=on,
        indicator=indicator,
        group=group,
        benchmarks=scope.benchmarks,
        units=scope.units,
    )


def summed(store: Store, scope: Scope, *, plan_year: int, on: date, indicator: str | None = None) -> pd.DataFrame:
    """What was published of each indicator beside what units' own reports add up to; one row per indicator x breakdown of the province."""
    return store.read(
        sql("targets/summed"), plan_year=plan_year, on=on, indicator=indicator, benchmarks=scope.benchmarks, units=scope.units
    )


def indicators(store: Store, scope: Scope) -> pd.DataFrame:
    """What each indicator is and on what basis; one row per indicator."""
    return store.read(sql("targets/indicators"))


def groups(store: Store, scope: Scope) -> pd.DataFrame:
    """The groups of indicators, in the office's order; one row per group."""
    return store.read(sql("targets/groups"))
