"""The forecast once more in boring Python over the same archive: no SQL, no pandas (docs/forecast.md says the method in words)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import mean, stdev

from tests.plain import Archive, Line

DAYS, END_DAYS = 35, 7  # how many days before the asked day, and before 31/12, a figure may be from
PERCENT_WITH_FIGURES = 90
# Student's t with n - 1 degrees of freedom, by n, and the claim it stands for
CLAIMS = {2: (1 / 2, 1.0), 3: (2 / 3, 1.2649110640673518), 4: (0.8, 1.6377443536962102)}

Counts = Callable[[Line], bool]


@dataclass(frozen=True)
class Range:
    claim: float | None  # None where nothing is left to forecast
    low: float
    middle: float
    high: float


def newest(archive: Archive, plan_year: int, on: date) -> dict[str, date]:
    """The cut-off of the report that speaks for each unit at a day."""
    return {r.unit: r.day for r in archive.reports if r.plan_year == plan_year and r.day <= on}


def is_fresh(archive: Archive, plan_year: int, on: date, days: int, counts: Counts) -> bool:
    """Whether nine tenths of the plan have a figure that is not older than `days`."""
    reported = newest(archive, plan_year, on)
    lines = {line: pair for line, pair in archive.lines(plan_year, on).items() if counts(line) and pair[0] is not None}
    fresh = [p for line, (p, d) in lines.items() if d is not None and line.unit in reported and (on - reported[line.unit]).days <= days]
    return bool(fresh) and 100 * sum(fresh) >= PERCENT_WITH_FIGURES * sum(p for p, _ in lines.values())


def part(archive: Archive, year: int, on: date, counts: Counts) -> float | None:
    """Of the money still left on the day, the part spent by the end of the year; None where the year's figures do not suffice."""
    end = date(year, 12, 31)
    early, late = archive.figures(year, on, counts).share, archive.figures(year, end, counts).share
    fresh = is_fresh(archive, year, on, DAYS, counts) and is_fresh(archive, year, end, END_DAYS, counts)
    return (late - early) / (1 - early) if fresh and early is not None and late is not None and early < 1 else None


def same_day(on: date, year: int) -> date:
    return on.replace(year=year, day=28 if (on.month, on.day) == (2, 29) else on.day)


def parts(archive: Archive, years: list[int], on: date, counts: Callable[[Line, int], bool]) -> dict[int, float]:
    """By usable year."""
    found = {year: part(archive, year, same_day(on, year), lambda line, y=year: counts(line, y)) for year in years}
    return {year: value for year, value in found.items() if value is not None}


def outlook(archive: Archive, plan_year: int, on: date, counts: Callable[[Line, int], bool]) -> tuple[int, Range | None]:
    """How many earlier years can be used, and the range they give."""
    years = sorted({r.plan_year for r in archive.reports if r.plan_year < plan_year})
    known = list(parts(archive, years, on, counts).values())
    now = archive.figures(plan_year, on, lambda line: counts(line, plan_year)).share
    fresh = is_fresh(archive, plan_year, on, DAYS, lambda line: counts(line, plan_year))
    if now is None or on >= date(plan_year, 12, 31):
        return len(known), None
    if now >= 1:
        return len(known), Range(None, now, now, now)
    if len(known) < 2 or not fresh:
        return len(known), None
    claim, t = CLAIMS[len(known)]
    half = t * stdev(known) * sqrt(1 + 1 / len(known))
    low, middle, high = (now + (1 - now) * min(1.0, max(0.0, r)) for r in (mean(known) - half, mean(known), mean(known) + half))
    return len(known), Range(claim, low, middle, high)


def recent(archive: Archive, plan_year: int, on: date, counts: Counts) -> float | None:
    """Money spent per month since the cut-off about three months ago, or since 01/01."""
    then_on = on - timedelta(days=90)
    now, then = archive.figures(plan_year, on, counts), archive.figures(plan_year, then_on, counts)
    days_now = [day for unit, day in newest(archive, plan_year, on).items() if _holds(archive, plan_year, on, unit, counts)]
    days_then = [day for unit, day in newest(archive, plan_year, then_on).items() if _holds(archive, plan_year, then_on, unit, counts)]
    if now.disbursed is None or not days_now:
        return None
    since = max(days_then, default=date(plan_year - 1, 12, 31))
    days = (max(days_now) - since).days
    return (now.disbursed - (then.disbursed or 0)) / days * 365.25 / 12 if days else None


def _holds(archive: Archive, plan_year: int, on: date, unit: str, counts: Counts) -> bool:
    return any(line.unit == unit and counts(line) for line in archive.lines(plan_year, on))
