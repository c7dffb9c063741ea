"""Questions on the store itself."""

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def store(store: Store, scope: Scope) -> pd.DataFrame:
    """What the store says of itself: version, time, whether it holds samples, and the office's settings the screen needs; one row."""
    return answer("about/store", store, scope)


def units(store: Store, scope: Scope) -> pd.DataFrame:
    """Every unit that reports: what the widest scope holds; one row per unit."""
    return answer("about/units", store, scope)


def programme(store: Store, scope: Scope) -> pd.DataFrame:
    """The projects and components of the programme, by their full names; one row per project or component."""
    return answer("about/programme", store, scope)
