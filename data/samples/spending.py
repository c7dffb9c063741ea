"""How a group's money is spent: the sum at each cut-off is given, and shared over its lines so that none falls or passes its plan."""

from collections import Counter
from datetime import date
from math import exp
from random import Random

from data.samples.lines import Line, share_out
from data.samples.story import MILLION, Group

THOUSAND = 1_000
BEND = 1.4  # above 1: little at the beginning of a stretch, more at its end
REST = 0.3  # part of the lines that pay nothing in a round, where a unit has others that do
CALM_DAYS = 7  # between two cut-offs this near all that has begun goes on a little, or reports would repeat each other
STEEPEST = 1e4
LEAST = 0.0025  # of a plan: no first payment is smaller, or it would look like a slip in the unit of money


def target(group: Group, lines: list[Line], start: date, on: date) -> int:
    """What the group has spent on a day, in whole thousands of đồng: the story's points, bent between them."""
    plan = sum(line.plan for line in lines)
    amounts = [(day, round(plan * x if x < 1 else x * MILLION)) for day, x in sorted(group.spent.items())]
    before, spent = start, 0
    for day, amount in amounts:
        if on <= day:
            part = max(0, (on - before).days) / (day - before).days
            reached = int(spent + round((amount - spent) * float(part) ** BEND)) // THOUSAND * THOUSAND
            return reached if reached >= LEAST * plan else 0
        before, spent = day, amount
    return spent


def spend(lines: list[Line], total: int, chance: Random, *, days_since: int) -> None:
    """Bring the lines' spent amounts to `total` exactly, each by its nature; some rest this time."""
    if days_since <= CALM_DAYS and _go_on(lines, total - sum(line.spent for line in lines)):
        return
    held = Counter(line.key.unit for line in lines)
    resting = {id(line) for line in lines if chance.random() < REST and held[line.key.unit] > 2}
    if sum(line.spent if id(line) in resting else line.plan for line in lines) < total:
        resting = set()
    moving = [line for line in lines if id(line) not in resting]
    total_moving = total - sum(line.spent for line in lines if id(line) in resting)
    low, high = 0.0, STEEPEST
    for _ in range(60):
        middle = (low + high) / 2
        if sum(_at(line, middle) for line in moving) <= total_moving:
            low = middle
        else:
            high = middle
    wanted = {id(line): _at(line, low) for line in moving}
    _close(moving, wanted, total_moving - sum(wanted.values()))
    for line in moving:
        line.spent = wanted[id(line)]


def _go_on(lines: list[Line], more: int) -> bool:
    """Share a little more over the lines that have begun, by what they have left; False where that cannot be."""
    begun = [line for line in lines if 0 < line.spent < line.plan]
    if not begun:
        return not more
    parts = share_out(more, [line.plan - line.spent for line in begun], step=THOUSAND)
    if any(part > line.plan - line.spent for line, part in zip(begun, parts, strict=True)):
        return False
    for line, part in zip(begun, parts, strict=True):
        line.spent += part
    return True


def _at(line: Line, clock: float) -> int:
    """What a line has spent when its group's clock stands there: it waits, runs straight, and slows down beyond its cap."""
    share = max(0.0, line.pace * clock - line.delay)
    if share > line.cap:
        share = line.cap + (1 - line.cap) * (1 - exp(-(share - line.cap) / 4))
    return max(line.spent, min(line.plan, int(line.plan * share) // THOUSAND * THOUSAND if share >= LEAST else 0))


def _close(lines: list[Line], wanted: dict[int, int], left: int) -> None:
    """Put the rest, a matter of rounding, on the lines with most room that have begun."""
    for line in sorted(lines, key=lambda x: (wanted[id(x)] == 0, wanted[id(x)] - x.plan)):
        more = min(left, line.plan - wanted[id(line)])
        wanted[id(line)] += more
        left -= more
    if left:
        raise ArithmeticError(f"Số liệu mẫu không khép được: còn {left} đồng.")
