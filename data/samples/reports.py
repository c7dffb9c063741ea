"""The rows of a unit's report and of a decision, as the template writes them: lines, "trong đó" of communes, a total row.

A unit keeps its habits: where it puts the total row, and whether it fills the column Xã.
"""

from copy import copy
from random import Random

from data.definitions import Definitions
from data.definitions.models import Round
from data.intake.template_sheets import Row
from data.samples import obstacles
from data.samples.lines import Line
from data.samples.spending import THOUSAND
from data.samples.story import Story

Sheets = dict[str, list[Row] | None]  # by form; None: no such sheet
PLAN = ("assigned_vnd", "adjusted_vnd", "allocated_vnd")
SPENT = ("disbursed_vnd",)
TOTAL = "Tổng cộng"
AHEAD = 0.9  # of what is left, spent by the year's end
COMMUNE_PARTS = (0.42, 0.27)  # of the district's line; the rest is the district's own


def versions(story: Story, told: set[str], lines: list[Line], before: list[Line]) -> list[list[Line]]:
    """The lines as a unit reports them, one list per time it sends the report; what is told of this round changes them."""
    sent = [copy(x) for x in lines]
    if "same" in told:
        spent = {x.key: x.spent for x in before}
        for x in sent:
            x.spent = spent.get(x.key, x.spent)
    if "over_plan" in told:
        most = max(sent, key=lambda x: (x.spent / x.plan, x.key))
        most.spent = most.plan * 103 // 100 // THOUSAND * THOUSAND
    first = [copy(x) for x in sent]
    if "slip" in told:
        slipped = max(first, key=lambda x: (x.spent / x.plan, x.key))
        slipped.spent *= 1_000
    if "resubmitted" in told:
        for x in sorted(first, key=lambda x: (-x.spent, x.key))[:2]:
            x.spent = x.spent * 9 // 10 // THOUSAND * THOUSAND
    return [first, sent] if told & {"slip", "resubmitted"} else [sent]


def ahead(lines: list[Line]) -> list[Line]:
    """The lines as a unit estimates them for the year's end."""
    looked = [copy(x) for x in lines]
    for x in looked:
        x.spent += int((x.plan - x.spent) * AHEAD) // THOUSAND * THOUSAND
    return looked


def own(definitions: Definitions, story: Story, round_: Round, unit_code: str, lines: list[Line]) -> Sheets:
    """The sheets of a unit's own report, by form."""
    lines = _ordered(lines)
    communes = commune_codes(definitions, story, round_, unit_code)
    plan = [{"assigned_vnd": x.assigned, "adjusted_vnd": x.adjusted, "allocated_vnd": x.allocated} for x in lines]
    spent: list[Row] = [{"disbursed_vnd": x.spent} for x in lines]
    place = Random(f"{story.seed}/total/{unit_code}").choice(("top", "bottom", "none"))
    return {
        "plan": _table(story, lines, plan, communes, PLAN, place),
        "disbursement": _table(story, lines, spent, communes, SPENT, place),
        "obstacles": obstacles.rows(story, round_.plan_year, unit_code, lines, round_.cut_off_on),
    }


def decision(lines: list[Line]) -> Sheets:
    """The sheet of an assignment decision: unit by unit, the plan of every line it lists."""
    ordered = sorted(_ordered(lines), key=lambda x: x.key.unit)
    return {
        "target_plan": None,
        "decision": [{"unit_code": x.key.unit} | _key(x) | {"assigned_vnd": x.assigned, "adjusted_vnd": x.adjusted} for x in ordered],
    }


def commune_codes(definitions: Definitions, story: Story, round_: Round, unit_code: str) -> list[str]:
    """The communes a unit names in its report; none for most units."""
    if unit_code not in story.commune_units:
        return []
    valid = [u.code for u in definitions.units if u.kind == "commune" and u.parent_code == unit_code and u.is_valid_on(round_.cut_off_on)]
    return sorted(Random(f"{story.seed}/communes/{unit_code}").sample(sorted(valid), len(COMMUNE_PARTS)))


def _ordered(lines: list[Line]) -> list[Line]:
    """This year's capital first, component by component; sources and types stay in the story's order."""
    return sorted(lines, key=lambda x: (-x.key.capital_year, x.key.component))


def _key(x: Line) -> Row:
    _, component, source, capital_type, capital_year = x.key
    return {"component_code": component, "fund_source": source, "capital_type": capital_type, "capital_year": capital_year}


def _table(story: Story, lines: list[Line], amounts: list[Row], communes: list[str], fields: tuple[str, ...], place: str) -> list[Row]:
    rows: list[Row] = []
    for x, amount in zip(lines, amounts, strict=True):
        rows.append(_key(x) | amount)
        if x.key.component in story.commune_components:
            rows += [_key(x) | {"commune_code": code} | _part(amount, part) for code, part in zip(communes, COMMUNE_PARTS, strict=False)]
    total: Row = {"_total": TOTAL} | {f: None if any(a[f] is None for a in amounts) else sum(a[f] for a in amounts) for f in fields}
    return [total, *rows] if place == "top" else [*rows, total] if place == "bottom" else rows


def _part(amount: Row, part: float) -> Row:
    return {field: None if value is None else int(value * part) // THOUSAND * THOUSAND for field, value in amount.items()}
