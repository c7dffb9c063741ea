"""Which moments a pivot looks at: a budget year as it stood on a day; several where years or cut-offs are on an axis."""

from datetime import date, timedelta
from typing import NamedTuple

from pages.parts import clock, formats
from pages.parts.ask import ask
from pages.parts.filters import WEEK, Chosen
from pages.parts.pivot.shape import Cut
from queries import choices
from queries.defined import Subject


class Moment(NamedTuple):
    """A budget year, as it stood on a day."""

    plan_year: int
    on: date

    @property
    def codes(self) -> dict[str, str]:
        """What it is called on the dimensions of time."""
        return {"plan_year": str(self.plan_year), "cut_off": self.on.isoformat()}


def earlier(on: date, years: int) -> date:
    """The same day and month so many years earlier (or later, below 0); 29/02 becomes 28/02 where there is none."""
    year = on.year - years
    return on.replace(year=year, day=28) if (on.month, on.day) == (2, 29) and not _is_leap(year) else on.replace(year=year)


def now(subject: Subject, chosen: Chosen) -> Moment:
    """What the reader looks at: the chosen year at the chosen day, or, of what is live, today (pages.parts.clock)."""
    return Moment(chosen.plan_year, clock.today(chosen) if subject.as_of == "today" else chosen.on)


def years(chosen: Chosen) -> list[int]:
    """The budget years with reports, the earliest first."""
    rows = ask(choices.plan_years)
    return sorted({*rows[rows["newest_on"].notna()]["plan_year"].astype(int), chosen.plan_year})


def days(plan_year: int, until: date) -> list[date]:
    """The cut-offs of a budget year up to a day, the earliest first."""
    every = ask(choices.cut_offs, plan_year=plan_year)["cut_off_on"]
    return sorted(day for day in map(formats.as_date, every) if day <= until)


def before(day: date, among: list[date]) -> date | None:
    """The cut-off before a day: at least a week earlier where there is one."""
    past = [one for one in among if one < day]
    return max([one for one in past if day - one >= timedelta(WEEK)] or past, default=None)


def moments(subject: Subject, cut: Cut, chosen: Chosen) -> list[Moment]:
    """Every moment that a subject is asked at: years at the same day and month, each with its cut-offs up to it where those are told
    apart. Kept years and days narrow them.
    """
    here = now(subject, chosen)
    found = [Moment(year, earlier(here.on, here.plan_year - year)) for year in (years(chosen) if "plan_year" in cut.axes else [here[0]])]
    if "cut_off" in cut.axes:
        found = [Moment(year, day) for year, until in found for day in days(year, until)]
    return [one for one in found if all(code in cut.kept.get(of, (code,)) for of, code in one.codes.items())]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
