"""Questions on what a reader can choose from: the options of the common filters."""

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def plan_years(store: Store, scope: Scope) -> pd.DataFrame:
    """The budget years with a plan or expected reports, newest first, each with its newest cut-off; one row per budget year."""
    return answer("choices/plan_years", store, scope)


def cut_offs(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """The cut-offs of a budget year at which any unit has figures, newest first; one row per cut-off."""
    return answer("choices/cut_offs", store, scope, plan_year=plan_year)


def components(store: Store, scope: Scope) -> pd.DataFrame:
    """Projects, each followed by its components, in the programme's order; one row per project or component."""
    return answer("choices/components", store, scope)


def fund_sources(store: Store, scope: Scope) -> pd.DataFrame:
    """The fund sources; one row per fund source."""
    return answer("choices/fund_sources", store, scope)


def capital_types(store: Store, scope: Scope) -> pd.DataFrame:
    """The capital types; one row per capital type."""
    return answer("choices/capital_types", store, scope)


def reporting_units(store: Store, scope: Scope, *, plan_year: int) -> pd.DataFrame:
    """The units of a budget year that the viewer may see, districts first; one row per unit."""
    return answer("choices/reporting_units", store, scope, plan_year=plan_year)
