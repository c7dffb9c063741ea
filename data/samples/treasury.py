"""What other sources say of the units' money (treasury.toml): the Treasury at some days, lead departments for their sectors.

Both are added up from the course that the reports tell of, and differ from it only where the story says so.
"""

import tomllib
from datetime import date
from decimal import Decimal

from pydantic import Field

from data.definitions import Definitions
from data.definitions.models import Defined
from data.intake.template_sheets import Row
from data.samples.course import Course
from data.samples.lines import Key, Line
from data.samples.reports import Sheets
from data.samples.story import HERE, MILLION


class Difference(Defined):
    """A line (unit, component, source, type, capital year) on which this source says something else, or nothing."""

    line: tuple[str, str, str, str, int]
    million: Decimal = Decimal(0)
    missing: bool = False


class Extract(Defined):
    """Figures of the Treasury of one day."""

    plan_year: int
    number: str
    on: date
    issued_on: date
    difference: list[Difference] = Field(default_factory=list)


class Synthesis(Defined):
    """What a lead department adds up for its components in a round."""

    unit_code: str
    round_code: str
    difference: list[Difference] = Field(default_factory=list)


class Beside(Defined):
    extract: list[Extract]
    synthesis: list[Synthesis]


def load() -> Beside:
    """What the samples tell of other sources."""
    return Beside.model_validate(tomllib.loads((HERE / "treasury.toml").read_text(encoding="utf-8"), parse_float=Decimal))


def extract(definitions: Definitions, course: Course, told: Extract) -> list[Row]:
    """The rows of the Treasury's workbook: every line a unit holds, unit by unit."""
    days = {definitions.rounds[code].cut_off_on: lines for code, lines in course.noted.items()}
    before = max(day for day in days if day <= told.on)
    after = min((day for day in days if day > told.on), default=before)
    part = Decimal((told.on - before).days) / ((after - before).days or 1)
    then = {x.key: x.spent for x in days[after]}
    paid = {x.key: x.spent + int((then.get(x.key, x.spent) - x.spent) * part) for x in days[before]}
    planned = {x.key: x.plan for x in days[before]}
    rows = _with(paid, told.difference)
    return [{"unit_code": k.unit} | _key(k) | {"treasury_planned_vnd": planned.get(k), "treasury_vnd": rows[k]} for k in sorted(rows)]


def synthesis(definitions: Definitions, course: Course, told: Synthesis) -> Sheets:
    """The sheets of a lead department's workbook: what the districts hold of its components, added up."""
    districts = {u.code for u in definitions.reporting_units if u.kind == "district"}
    led = {c.code for c in definitions.programme.components if c.lead == told.unit_code}
    held = [x for x in course.noted[told.round_code] if x.key.unit in districts and x.key.component in led]
    keys = sorted({_whole(x) for x in held})
    spent = _with({k: sum(x.spent for x in held if _whole(x) == k) for k in keys}, told.difference)
    plan: list[Row] = [_key(k) | {"assigned_vnd": sum(x.assigned for x in held if _whole(x) == k)} for k in keys]
    return {"plan": plan, "disbursement": [_key(k) | {"disbursed_vnd": spent[k]} for k in keys], "obstacles": None, "targets": None}


def _with(amounts: dict[Key, int], differences: list[Difference]) -> dict[Key, int]:
    changed = {Key(*d.line): amounts.get(Key(*d.line), 0) + int(d.million * MILLION) for d in differences if not d.missing}
    left_out = {Key(*d.line) for d in differences if d.missing}
    return {k: v for k, v in (amounts | changed).items() if k not in left_out}


def _whole(x: Line) -> Key:
    return x.key._replace(unit="")


def _key(k: Key) -> Row:
    return {"component_code": k.component, "fund_source": k.fund_source, "capital_type": k.capital_type, "capital_year": k.capital_year}
