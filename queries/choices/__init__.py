"""Questions on what a reader can choose from: the options of the common filters."""

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import sql


def plan_years(store: Store, scope: Scope) -> pd.DataFrame:
    """The budget years with a plan or expected reports, newest first, each with its newest cut-off; one row per budget year."""
    return store.read(sql("choices/plan_years"), units=scope.units)


def cut_offs(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """The cut-offs of a budget year at which any unit has figures, newest first; one row per cut-off."""
    return store.read(sql("choices/cut_offs"), plan_year=plan_year, units=scope.units)


def components(store: Store, scope: Scope) -> pd.DataFrame:
    """Projects, each followed by its components, in the programme's order; one row per project or component."""
    return store.read(sql("choices/components"))


def fund_sources(store: Store, scope: Scope) -> pd.DataFrame:
    """The fund sources; one row per fund source."""
    return store.read(sql("choices/fund_sources"))


def capital_types(store: Store, scope: Scope) -> pd.DataFrame:
    """The capital types; one row per capital type."""
    return store.read(sql("choices/capital_types"))


def reporting_units(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """The units of a budget year that the viewer may see, districts first; one row per unit."""
    return store.read(sql("choices/reporting_units"), plan_year=plan_year, units=scope.units)
