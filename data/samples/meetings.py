"""Sample meetings: at which moments the figures received so far were frozen (meetings.toml)."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.store import frozen

TOLD = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Meeting:
    """One freeze. `on`: the cut-off that was looked at; `at` (UTC) divides what was received before from what came later."""

    name: str
    at: datetime
    by: str
    plan_year: int
    on: date


def load() -> list[Meeting]:
    """The sample meetings in order of time."""
    told = tomllib.loads(TOLD.read_text(encoding="utf-8"))["freeze"]
    return sorted((Meeting(**row) for row in told), key=lambda meeting: meeting.at)


def freeze(home: Path, meeting: Meeting) -> None:
    """Freeze what is published, where it was not frozen before."""
    if meeting.name not in {one.name for one in frozen.listed(home)}:
        frozen.freeze(home, meeting.name, meeting.by, meeting.plan_year, meeting.on, meeting.at)
