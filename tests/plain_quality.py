"""The rules that hold a figure against other figures, once more in boring Python, from what `tests.plain` read of the workbooks."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from tests.plain import Archive, Line

Found = tuple[str, date, str]  # unit, cut-off, what the sentence says was found
STILL_FROM, STILL_DAYS = 500_000_000, 45
LEAP_STEPS, LEAP_TIMES, LEAP_FROM = 4, 8.0, 300_000_000
PEERS_LEAST, PEERS_TIMES, PEERS_POINTS = 5, 6.0, 0.3


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def histories(papers: Archive, plan_year: int) -> Iterator[tuple[str, Line, list[tuple[date, int]]]]:
    """Every line of every unit with the amounts told of it, in order; blank ones left out by nobody."""
    for unit in sorted({r.unit for r in papers.reports}):
        reports = sorted((r for r in papers.reports if r.unit == unit and r.plan_year == plan_year), key=lambda r: r.day)
        for line in sorted({line for report in reports for line in report.disbursed}):
            yield unit, line, [(r.day, r.disbursed[line]) for r in reports if line in r.disbursed]  # type: ignore[misc]


def still(papers: Archive, plan_year: int) -> set[Found]:
    found = set()
    for unit, line, told in histories(papers, plan_year):
        for (first_on, first), (_, second), (day, third) in zip(told, told[1:], told[2:], strict=False):
            if third and first == second == third and day - first_on >= timedelta(days=STILL_DAYS):
                planned = papers.lines(plan_year, day)[line][0]
                if planned is not None and planned - third >= STILL_FROM:
                    found.add((unit, day, dotted(third)))
    return found


def leaps(papers: Archive, plan_year: int) -> set[Found]:
    found = set()
    for unit, _, told in histories(papers, plan_year):
        steps: list[int] = []
        for (_, before), (day, now) in pairwise(told):
            if before is None or now is None or now <= before:
                continue
            if len(steps) >= LEAP_STEPS and now - before >= LEAP_FROM and now - before > max(steps):
                middle, deviation = spread(steps)
                if now - before > middle + LEAP_TIMES * 1.4826 * max(deviation, 0.1 * middle):
                    found.add((unit, day, dotted(now - before)))
            steps.append(now - before)
    return found


def far(papers: Archive, plan_year: int) -> set[Found]:
    found = set()
    for day in {r.day for r in papers.reports if r.plan_year == plan_year}:
        there = {r.unit for r in papers.reports if r.plan_year == plan_year and r.day == day}
        sums: dict[tuple[str, str], list[int]] = {}
        for line, (planned, spent) in papers.lines(plan_year, day).items():
            if line.unit in there and line.capital_year == plan_year and planned and spent is not None:
                pair = sums.setdefault((line.component, line.unit), [0, 0])
                pair[0], pair[1] = pair[0] + planned, pair[1] + spent
        for (component, unit), (planned, spent) in sums.items():
            others = [b / a for (c, u), (a, b) in sums.items() if c == component and u != unit]
            if len(others) >= PEERS_LEAST:
                middle, deviation = spread(others)
                gap = abs(spent / planned - middle)
                if gap >= PEERS_POINTS and gap > PEERS_TIMES * 1.4826 * max(deviation, 0.02):
                    found.add((unit, day, f"{component} {100 * spent / planned:.2f}%".replace(".", ",")))
    return found


def spread(values: list[int] | list[float]) -> tuple[float, float]:
    """The middle and the middle distance from it."""
    middle = median(values)
    return middle, median(abs(v - middle) for v in values)
