"""When sample reports arrive: in office hours on working days, mostly in time, some late, a corrected one days after the first."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

import holidays

from data.definitions.models import Round, State
from data.samples.story import Story

OPENS_UTC = 1  # 8 o'clock at the office (UTC+7)
OFFICE_SECONDS = 8 * 3600
LATEST = 15  # working days after the due date
CORRECTED_AFTER = (2, 6)  # working days
AD_HOC = "đột xuất"  # these rounds are complete and in time: published figures are checked against them


def own(story: Story, round_: Round, unit_code: str, version: int) -> datetime:
    """The moment a report arrives, UTC; `version` 0 is the first sent, 1 the corrected one."""
    chance = Random(f"{story.seed}/arrives/{round_.code}/{unit_code}")
    late = chance.random() < story.late_share and round_.kind != AD_HOC
    days = _between(round_.cut_off_on, round_.due_on)
    day = _after(round_.due_on, chance.randint(1, LATEST)) if late else chance.choice(days)
    if version:
        day = _after(day, chance.randint(*CORRECTED_AFTER))
    return _at(day, chance.randrange(OFFICE_SECONDS))


def beside(story: Story, round_: Round, unit_code: str, state: State) -> datetime:
    """The moment a workbook in another state arrives: the preliminary one before the final, an estimate days after it."""
    if state == "preliminary":
        return _at(_between(round_.cut_off_on, round_.due_on)[0], 0)
    return own(story, round_, unit_code, 1)


def decision(issued_on: date) -> datetime:
    """A decision, or what was published, is filed in the first office hour of the day it was issued."""
    return _at(issued_on, 0)


def _between(cut_off_on: date, due_on: date) -> list[date]:
    """The working days after the cut-off up to the due date; the due date itself when there is none."""
    days = [cut_off_on + timedelta(n) for n in range(1, (due_on - cut_off_on).days + 1)]
    return [day for day in days if _works(day)] or [due_on]


def _after(day: date, count: int) -> date:
    while count:
        day += timedelta(1)
        count -= _works(day)
    return day


@cache
def _works(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays()


@cache
def _holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("VN")


def _at(day: date, seconds: int) -> datetime:
    return datetime(day.year, day.month, day.day, OPENS_UTC, tzinfo=UTC) + timedelta(seconds=seconds)
