"""Questions on what meetings concluded: tasks, and how far each got by `today`, the day they are looked at (pages.parts.clock)."""

from datetime import date

import pandas as pd

from data.store.reading import Scope, Store
from queries.reading import answer


def conclusions(store: Store, scope: Scope, *, today: date, meeting: str | None = None, unit: str | None = None) -> pd.DataFrame:
    """The tasks that meetings, or one of them (the code of its frozen version), gave until a day; one row per task.

    `stage`: not_begun, doing, done. Who does it: `held_by_name`, of a unit the one that holds the task now, with its code.
    """
    return answer("meetings/conclusions", store, scope, today=today, meeting=meeting, unit=unit)


def by_meeting(store: Store, scope: Scope, *, today: date, unit: str | None = None) -> pd.DataFrame:
    """How many tasks of each meeting are done and overdue, the newest meeting first; one row per meeting with a task."""
    return answer("meetings/by_meeting", store, scope, today=today, unit=unit)


def steps(store: Store, scope: Scope, *, today: date, meeting: str | None = None, unit: str | None = None) -> pd.DataFrame:
    """What was told of tasks after their meeting, in order; one row per step."""
    return answer("meetings/steps", store, scope, today=today, meeting=meeting, unit=unit)
