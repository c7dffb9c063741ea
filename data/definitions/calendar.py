"""Working days: Monday to Friday without public holidays, and what the office adds because days were moved.

The holidays of Vietnam, Tết and the days the government moved each year come from the library `holidays`, as far as it knew them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays
from pydantic import Field

from data.definitions.models import Defined

WEEKEND = {5: "thứ bảy", 6: "chủ nhật"}
YEARS_AHEAD = 5  # after the last due date: nobody is counted late for longer


class Calendar(Defined):
    """Days that were moved: off on a working day (nghỉ bù), at work on a day off (làm bù). What stands here goes before the library."""

    extra_off: list[date] = Field(default_factory=list)
    extra_work: list[date] = Field(default_factory=list)

    def off_because(self, day: date) -> str:
        """Why nobody works on a day; "" on a working day."""
        if day in self.extra_work:
            return ""
        if day in self.extra_off:
            return "ngày nghỉ bù"
        known = _holidays(day.year)
        return "" if known.is_working_day(day) else known.get(day) or WEEKEND[day.weekday()]

    def around(self, told: list[date]) -> Iterator[dict[str, object]]:
        """Every day from the first of some days to years after the last: a range that follows from what is defined, never from the clock.

        With each the working day it falls on (itself or the next one) and that day's number among all working days.
        """
        waiting: list[tuple[date, str]] = []
        number, day, last = 0, min(told, default=date.max), date(max(told, default=date.min).year + YEARS_AHEAD, 12, 31)
        while waiting or day <= last:
            waiting.append((day, because := self.off_because(day)))
            if not because:
                number += 1
                yield from ({"day_on": each, "off_because": why, "working_on": day, "working_number": number} for each, why in waiting)
                waiting = []
            day += timedelta(1)


@cache
def _holidays(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=year, expand=False, language="vi")
