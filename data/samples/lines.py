"""Who holds which line of money: each group's plan shared out over units and components, exact to the đồng."""

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from data.definitions import Definitions
from data.samples.story import MILLION, Component, Group, Story


class Key(NamedTuple):
    unit: str
    component: str
    fund_source: str
    capital_type: str
    capital_year: int


@dataclass
class Line:
    """One line within a plan year: its plan, what of it is allocated and spent so far, and its nature (pace, delay, cap)."""

    key: Key
    assigned: int
    pace: float
    delay: float
    cap: float
    adjusted: int | None = None
    allocated: int = 0
    spent: int = 0

    @property
    def plan(self) -> int:
        return self.assigned if self.adjusted is None else self.adjusted


def this_year(definitions: Definitions, story: Story, group: Group) -> list[Line]:
    """The lines of this year's capital in a group, in the order of components and units."""
    holders = [(key, weight) for part in story.component for key, weight in _holders(definitions, story, group, part)]
    amounts = share_out((group.plan or 0) * MILLION, [weight for _, weight in holders], step=MILLION)
    return [line(story, group.plan_year, key, amount) for (key, _), amount in zip(holders, amounts, strict=True) if amount]


def line(story: Story, plan_year: int, key: Key, amount: int) -> Line:
    """A line with its own nature: the component's, the unit's of that year, and a little of its own."""
    part = next(c for c in story.component if c.code == key.component)
    chance = Random(f"{story.seed}/nature/{plan_year}/{key}")
    pace = part.speed * story.pace(plan_year, key.unit) * chance.uniform(0.85, 1.2)
    return Line(key, amount, pace, part.delay * chance.uniform(0.6, 1.5), min(1.0, part.cap * chance.uniform(0.97, 1.02)))


def share_out(total: int, weights: list[float], *, step: int) -> list[int]:
    """Shares of `total` in whole steps, as near to the weights as steps allow; they add up exactly (largest remainders)."""
    whole = sum(weights)
    exact = [total // step * weight / whole for weight in weights]
    shares = [int(x) for x in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (shares[i] - exact[i], i))
    for i in by_remainder[: total // step - sum(shares)]:
        shares[i] += 1
    amounts = [share * step for share in shares]
    amounts[-1] += total - sum(amounts)
    return amounts


def _holders(definitions: Definitions, story: Story, group: Group, part: Component) -> list[tuple[Key, float]]:
    """Districts by size, and the lead department with its part of the component."""
    weight = part.weight.get(group.key, 0.0)
    if not weight or part.since > group.plan_year:
        return []
    sizes: dict[str, float] = {}
    for unit in part.units or story.size:
        chance = Random(f"{story.seed}/holds/{unit}/{part.code}/{group.key}")
        if chance.random() < part.present.get(group.key, 1.0):
            sizes[unit] = story.size[unit] * Random(f"{story.seed}/size/{group.plan_year}/{unit}/{part.code}").uniform(0.75, 1.3)
    lead = next(c.lead for c in definitions.programme.components if c.code == part.code)
    shares = {unit: (1 - part.lead_share) * size / sum(sizes.values()) for unit, size in sizes.items()}
    if lead and part.lead_share:
        shares[lead] = part.lead_share
    whole = sum(shares.values())
    rest = (part.code, group.fund_source, group.capital_type, group.capital_year)
    return [(Key(unit, *rest), weight * share / whole) for unit, share in shares.items()]
