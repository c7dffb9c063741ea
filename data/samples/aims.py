"""What the samples tell of targets (aims.toml): households, what was assigned to whom, how far each unit gets, what was published."""

import tomllib
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from data.definitions import Definitions
from data.definitions.models import Defined, State
from data.samples.story import HERE, StoryError

ALL = "CHUNG"  # the breakdown that is none
KHMER = "KHMER"


class Year(Defined):
    """The households of the province at a year's end, as published."""

    plan_year: int
    households: int
    poor: int
    preliminary: int | None = None
    known: dict[str, int] = Field(default_factory=dict)  # published preliminary counts of single districts
    khmer_weight: float
    source: str


class Change(Defined):
    unit_code: str
    indicator_code: str
    by: int


class Plan(Defined):
    """A document that assigns targets: the province's own lines, the units', or changes of some."""

    plan_year: int
    number: str
    issued_on: date
    effective_on: date
    holders: list[Literal["province", "units"]]
    changes: list[Change] = Field(default_factory=list)
    is_public: bool = False


class Aim(Defined):
    """One indicator in the story; the words are explained in aims.toml."""

    indicator_code: str
    way: Literal["share", "ratio", "attended", "once", "poverty", "minority", "advice"]
    of: str = ""
    units: list[str] = Field(default_factory=list)  # none: every district
    leads: dict[str, float] = Field(default_factory=dict)  # departments beside the districts; for shares their part of the whole
    chosen: dict[int, list[str]] = Field(default_factory=dict)
    is_provincial: bool = False
    target: dict[int, float] = Field(default_factory=dict)
    part_target: dict[int, float] = Field(default_factory=dict)
    vary: float = 0
    size: dict[int, float] = Field(default_factory=dict)
    from_part: float = 0
    reach: tuple[float, float]
    part: dict[str, float] = Field(default_factory=dict)


class Unsettled(Defined):
    """Workbooks whose figures are not final; no units: every district."""

    round_code: str
    state: State
    units: list[str] = Field(default_factory=list)
    instead: bool = False


class Tale(Defined):
    kind: Literal["no_target", "own_target", "zero", "no_result", "never", "falls", "no_sheet"]
    plan_year: int
    round_code: str = ""
    indicator_code: str = ""
    units: list[str]


class Publication(Defined):
    """A figure as printed for the whole province."""

    plan_year: int
    number: str
    issued_on: date
    cut_off_on: date
    state: State
    indicator_code: str
    result: float
    base: float
    source_text: str


class Sending(NamedTuple):
    """One state in which a unit sends its report of a round; `beside` a final one, or the only one."""

    state: State
    is_beside: bool


class Aims(Defined):
    review_rounds: list[str]
    looking_ahead: list[str]
    households: dict[str, float]
    density: dict[str, float]
    khmer: dict[str, float]
    year: list[Year]
    plan: list[Plan]
    aim: list[Aim]
    unsettled: list[Unsettled]
    tale: list[Tale]
    publication: list[Publication]

    def of(self, indicator_code: str) -> Aim | None:
        return next((a for a in self.aim if a.indicator_code == indicator_code), None)

    def holders(self, aim: Aim, plan_year: int) -> list[str]:
        """Who holds an indicator in a year: its districts, then the departments."""
        return [*(aim.chosen.get(plan_year, []) if aim.chosen else aim.units or self.households), *aim.leads]

    def tells(self, kind: str, unit_code: str, plan_year: int, *, indicator_code: str = "", round_code: str = "") -> bool:
        wanted = (kind, plan_year, indicator_code, round_code)
        return any(wanted == (t.kind, t.plan_year, t.indicator_code, t.round_code) and unit_code in t.units for t in self.tale)

    def sendings(self, round_code: str, unit_code: str) -> list[Sending]:
        """The states of a unit's workbooks of a round: the one report of the round first, then what is sent beside it."""
        told = [u for u in self.unsettled if u.round_code == round_code and unit_code in (u.units or self.households)]
        only: State = next((u.state for u in told if u.instead), "final")
        return [Sending(only, is_beside=False), *(Sending(u.state, is_beside=True) for u in told if not u.instead)]


def load(definitions: Definitions) -> Aims:
    """The story of targets, or a StoryError that says which of its names these definitions lack."""
    aims = Aims.model_validate(tomllib.loads((HERE / "aims.toml").read_text(encoding="utf-8")))
    units = {*aims.households, *(u for t in aims.tale for u in t.units), *(u for x in aims.unsettled for u in x.units)}
    units |= {u for a in aims.aim for named in (a.units, a.leads, *a.chosen.values()) for u in named}
    indicators = {a.indicator_code for a in aims.aim} | {p.indicator_code for p in aims.publication}
    named_rounds = {*aims.review_rounds, *aims.looking_ahead, *(u.round_code for u in aims.unsettled)}
    known = {
        "đơn vị": ({u.code for u in definitions.reporting_units}, units),
        "kỳ": (set(definitions.rounds), named_rounds | {t.round_code for t in aims.tale if t.round_code}),
        "chỉ tiêu": ({i.code for i in definitions.indicators}, indicators),
    }
    for what, (have, named) in known.items():
        if missing := sorted(named - have):
            raise StoryError(f"data/samples: {what} {', '.join(missing)} không có trong bộ định nghĩa; số liệu mẫu chỉ dùng với bộ đi kèm.")
    return aims
