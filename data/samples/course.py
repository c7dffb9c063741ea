"""The course of a plan year: decisions take effect, money is allocated and spent, and at each cut-off the lines are noted down."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from data.definitions import Definitions
from data.definitions.models import Round
from data.samples.lines import Key, Line, line, this_year
from data.samples.spending import spend, target
from data.samples.story import MILLION, Decision, Group, Story

WARM_UP = timedelta(days=20)  # nothing of this year's money is spent in the first weeks after it was assigned


@dataclass
class Course:
    """A plan year as it went: the lines each decision lists, the lines as they stood at each round, and the lines at the end."""

    plan_year: int
    decided: list[tuple[Decision, list[Line]]] = field(default_factory=list)
    noted: dict[str, list[Line]] = field(default_factory=dict)
    end: list[Line] = field(default_factory=list)


def run(definitions: Definitions, story: Story, plan_year: int, before: Course | None) -> Course:
    """Live through a plan year; `before` is the year before, whose unspent lines are carried over."""
    course = Course(plan_year)
    groups = [(group, _lines(definitions, story, group, before)) for group in story.groups(plan_year)]
    everything = [x for _, lines in groups for x in lines]
    waiting = story.decisions(plan_year)
    first = waiting[0]
    last: date | None = None
    for round_ in sorted((r for r in definitions.rounds.values() if r.plan_year == plan_year), key=lambda r: (r.cut_off_on, r.code)):
        while waiting and waiting[0].effective_on <= round_.cut_off_on:
            course.decided.append(_decide(waiting.pop(0), groups))
        chance = Random(f"{story.seed}/spend/{round_.code}")
        for group, lines in groups:
            start = date(plan_year, 1, 1) if group.plan is None else first.effective_on + WARM_UP
            spend(lines, target(group, lines, start, round_.cut_off_on), chance, days_since=(round_.cut_off_on - last).days if last else 99)
        for x in everything:
            _allocate(story, x, plan_year, first.effective_on, round_.cut_off_on)
        course.noted[round_.code] = [copy(x) for x in everything if _is_known(x, plan_year, first, round_)]
        last = round_.cut_off_on
    course.end = everything
    return course


def _lines(definitions: Definitions, story: Story, group: Group, before: Course | None) -> list[Line]:
    if group.plan is not None:
        return this_year(definitions, story, group)
    from_ = story.carried_from.get(group.capital_year, 0) * MILLION
    left: list[tuple[Key, int]] = [
        (x.key, x.plan - x.spent)
        for x in (before.end if before else [])
        if (x.key.fund_source, x.key.capital_type, x.key.capital_year) == (group.fund_source, group.capital_type, group.capital_year)
    ]
    return [line(story, group.plan_year, key, amount) for key, amount in left if amount and amount >= from_]


def _is_known(x: Line, plan_year: int, first: Decision, round_: Round) -> bool:
    """Before the first decision a unit knows only the lines it carried over."""
    return x.key.capital_year < plan_year or first.effective_on <= round_.cut_off_on


def _decide(decision: Decision, groups: list[tuple[Group, list[Line]]]) -> tuple[Decision, list[Line]]:
    """The lines a decision lists: all of them at first, later only those it changes."""
    if not decision.moves:
        return decision, [copy(x) for _, lines in groups for x in lines]
    for group, lines in groups:
        if group.plan is not None:
            _move(lines, decision.moves)
    return decision, [copy(x) for _, lines in groups for x in lines if x.adjusted is not None]


def _move(lines: list[Line], count: int) -> None:
    """Take money from the lines furthest behind and give it to those furthest ahead; the group's sum stays."""
    by_pace = sorted((x for x in lines if x.plan >= 20 * MILLION), key=lambda x: (x.spent / x.plan, x.key))
    count = min(count, len(by_pace) // 3)
    for loser, gainer in zip(by_pace[:count], reversed(by_pace[-count:] if count else []), strict=True):
        moved = min((loser.plan - loser.spent) // 4, gainer.plan // 2) // MILLION * MILLION
        if moved:
            loser.adjusted, gainer.adjusted = loser.plan - moved, gainer.plan + moved


def _allocate(story: Story, x: Line, plan_year: int, since: date, on: date) -> None:
    """Detailed allocation grows by the month after the decision; never below what is spent, never above the plan."""
    chance = Random(f"{story.seed}/allocate/{plan_year}/{x.key}")
    late, most = chance.uniform(0.0, 1.5), chance.choice((1.0, 1.0, 1.0, 0.95))
    way = story.allocated[x.key.capital_type]
    months = (on - since).days / 30 - late
    share = 1.0 if x.key.capital_year < plan_year else min(most, max(0.0, way.at_once + way.per_month * months))
    wanted = x.plan if share == 1.0 else int(x.plan * share) // MILLION * MILLION
    x.allocated = min(x.plan, max(x.allocated, wanted, x.spent))
