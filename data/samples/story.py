"""What the samples tell: published controls (controls.toml) and the invented story that meets them (shape.toml), checked on load.

The story is about one province and some years; with other definitions that do not know its units or rounds there are no samples.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from data.definitions import Definitions
from data.definitions.models import Defined

HERE = Path(__file__).parent
MILLION = 1_000_000


class StoryError(Exception):
    """The story names something the definitions do not know."""


class Control(Defined):
    """A published figure; a blank source or type means all of them together. Amounts in triệu đồng."""

    plan_year: int
    capital_year: int
    fund_source: str = ""
    capital_type: str = ""
    on: date
    planned: int
    disbursed: int | None = None
    share_from: float | None = None
    share_to: float | None = None
    source: str


class Component(Defined):
    """How one component's money is shared out and how fast it goes. `weight` by "fund_source/capital_type"."""

    code: str
    weight: dict[str, float]
    lead_share: float
    since: int
    present: dict[str, float]  # part of the districts that have this component, where not all; same keys as `weight`
    speed: float
    delay: float
    cap: float
    units: list[str]
    causes: list[str]


class Group(Defined):
    """The lines of one source, type and capital year within a plan year; `spent` on a date: triệu, or a share when below 1."""

    plan_year: int
    capital_year: int
    fund_source: str
    capital_type: str
    plan: int | None = None  # None: carried over, so it is what stayed of the year before
    spent: dict[date, float]

    @property
    def key(self) -> str:
        return f"{self.fund_source}/{self.capital_type}"


class Decision(Defined):
    plan_year: int
    number: str
    issued_on: date
    effective_on: date
    moves: int = 0  # 0: the first assignment of the year; else an adjustment that moves so many lines per group


class Incident(Defined):
    kind: Literal["missing", "resubmitted", "slip", "over_plan", "same"]
    round_code: str
    unit_code: str


class Reason(Defined):
    cause_code: str
    explanation: str
    request: str


class Allocation(Defined):
    """What part of a plan is allocated in detail at once, and how much more each month."""

    at_once: float
    per_month: float


class Story(Defined):
    seed: str
    received_by: str
    prepared_by: str
    nature: str
    late_share: float
    commune_units: list[str]
    commune_components: list[str]
    unallocated_cause: str
    size: dict[str, float]
    allocated: dict[str, Allocation]
    slow: dict[int, list[str]]
    fast: dict[int, list[str]]
    component: list[Component]
    group: list[Group]
    carried_from: dict[int, int]
    decision: list[Decision]
    incident: list[Incident]
    reason: list[Reason]
    control: list[Control] = Field(min_length=1)

    @property
    def plan_years(self) -> list[int]:
        return sorted({decision.plan_year for decision in self.decision})

    def groups(self, plan_year: int) -> list[Group]:
        return [group for group in self.group if group.plan_year == plan_year]

    def decisions(self, plan_year: int) -> list[Decision]:
        return [decision for decision in self.decision if decision.plan_year == plan_year]

    def incidents(self, round_code: str, unit_code: str) -> set[str]:
        return {i.kind for i in self.incident if (i.round_code, i.unit_code) == (round_code, unit_code)}

    def pace(self, plan_year: int, unit_code: str) -> float:
        """How fast a unit spends in a year, against the ordinary 1."""
        return 0.65 if unit_code in self.slow.get(plan_year, []) else 1.35 if unit_code in self.fast.get(plan_year, []) else 1.0


def load(definitions: Definitions) -> Story:
    """The story, or a StoryError that says which of its names these definitions lack."""
    shape = tomllib.loads((HERE / "shape.toml").read_text(encoding="utf-8"))
    controls = tomllib.loads((HERE / "controls.toml").read_text(encoding="utf-8"))
    story = Story.model_validate(shape | controls)
    p = definitions.programme
    causes = {story.unallocated_cause, *(cause for component in story.component for cause in component.causes)}
    known = {
        "đơn vị": ({u.code for u in definitions.reporting_units}, {*story.size, *(i.unit_code for i in story.incident)}),
        "nguồn, loại vốn": ({f"{s.code}/{t.code}" for s in p.fund_source for t in p.capital_type}, {g.key for g in story.group}),
        "dự án": ({c.code for c in p.components if c.is_run}, {c.code for c in story.component}),
        "kỳ": (set(definitions.rounds), {i.round_code for i in story.incident}),
        "ngày chốt": ({str(r.cut_off_on) for r in definitions.rounds.values()}, {str(c.on) for c in story.control}),
        "nguyên nhân": ({c.code for c in p.cause}, causes),
    }
    for what, (have, named) in known.items():
        if missing := sorted(named - have):
            raise StoryError(f"data/samples: {what} {', '.join(missing)} không có trong bộ định nghĩa; số liệu mẫu chỉ dùng với bộ đi kèm.")
    return story
