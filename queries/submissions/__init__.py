"""Questions of the receiving officers: what was received and what became of it, what was found in it, what was decided."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def received(
    store: Store, scope: Scope, *, round_code: str | None = None, every_round: bool = False, became: str | None = None
) -> pd.DataFrame:
    """The files of a round (None: of none), or of every round, the newest first; one row per received file."""
    return answer("submissions/received", store, scope, round_code=round_code, every_round=every_round, became=became)


def problems(store: Store, scope: Scope, *, submission: str) -> pd.DataFrame:
    """What the rules found in one received file; one row per thing found."""
    return answer("submissions/problems", store, scope, submission=submission)


def compared(store: Store, scope: Scope, *, submissions: tuple[str, ...]) -> pd.DataFrame:
    """What the rules across reports and the plan say of some files that stand; one row per warning."""
    return answer("submissions/compared", store, scope, submissions=submissions)


def rounds(store: Store, scope: Scope) -> pd.DataFrame:
    """The rounds there are, the newest first, closed or not; one row per round."""
    return answer("submissions/rounds", store, scope)


def decisions(store: Store, scope: Scope, *, round_code: str | None) -> pd.DataFrame:
    """What people decided about a round and the files of it, the newest first; one row per decision."""
    return answer("submissions/decisions", store, scope, round_code=round_code)


def last_plan(store: Store, scope: Scope, *, round_code: str) -> pd.DataFrame:
    """The plan last known of every unit a round asks; one row per line of a unit's plan, or one without a line."""
    return answer("submissions/last_plan", store, scope, round_code=round_code)


def in_force(store: Store, scope: Scope, *, plan_year: int, on: date, unit: str | None = None) -> pd.DataFrame:
    """What the figures of a day stand on: reports in force, decisions, what was published for the province; one row per submission."""
    return answer("submissions/in_force", store, scope, plan_year=plan_year, on=on, unit=unit)


def newest(store: Store, scope: Scope) -> pd.DataFrame:
    """The last entry of the archive's journal that these figures know of; one row."""
    return answer("submissions/newest", store, scope)
