"""Questions on what people changed: the log of the registry and of decisions about reports."""

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def every(store: Store, scope: Scope, *, unit: str | None = None) -> pd.DataFrame:
    """Every change of an entry and every decision about reports, the newest first; one row per change.

    `body` and `body_before` are JSON: what stands after the change and before it (missing for a first version or a decision).
    """
    return answer("changes/every", store, scope, unit=unit)
