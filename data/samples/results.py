"""What a unit reports of its indicators at a cut-off: counts that grow through the year, ratios, households; each by the unit's nature."""

from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from typing import NamedTuple

from data.definitions import Definitions
from data.definitions.models import Round, State
from data.intake.template_sheets import Row
from data.samples import poverty, targets
from data.samples.aims import ALL, KHMER, Aim, Aims
from data.samples.story import Story

FORM = "targets"
PACE = 0.4  # how much of a unit's pace with money shows in its results
MOST_KHMER = 0.9
AHEAD = (0.92, 1.03)  # an estimate of the year against what it will be
OFF = (1.02, 1.12)  # poor households as estimated in autumn, against the first count
FALL = 0.9  # of the count told before, where it falls
MEASURES = ("share", "attended")  # counts that an estimate for the whole year is given of


class At(NamedTuple):
    """Whose figures, and as of when: `part` of the year gone (0–1)."""

    story: Story
    aims: Aims
    plan_year: int
    unit: str
    part: float
    state: State
    planned: Mapping[targets.Target, float]

    def chance(self, what: str, code: str) -> Random:
        return Random(f"{self.story.seed}/{what}/{self.plan_year}/{self.unit}/{code}")


def rows(
    definitions: Definitions, story: Story, aims: Aims, planned: Mapping[targets.Target, float], round_: Round, unit: str, state: State
) -> list[Row] | None:
    """The lines of a unit's sheet Chỉ tiêu; None where the round does not ask for it, or the unit left it out."""
    if FORM not in round_.forms or aims.tells("no_sheet", unit, round_.plan_year, round_code=round_.code):
        return None
    at = At(story, aims, round_.plan_year, unit, 1.0 if state == "estimate" else _part(round_.cut_off_on), state, planned)
    found: list[Row] = []
    for indicator in definitions.indicators:
        aim = aims.of(indicator.code)
        if aim is None or unit not in aims.holders(aim, at.plan_year):
            continue
        if aims.tells("no_result", unit, at.plan_year, indicator_code=indicator.code):
            continue
        if aim.way in ("poverty", "minority") and state == "final" and round_.code not in aims.review_rounds:
            continue
        earlier = (
            _before(definitions, round_)
            if aims.tells("falls", unit, at.plan_year, indicator_code=indicator.code, round_code=round_.code)
            else None
        )
        told = _WAYS[aim.way](at._replace(part=_part(earlier)) if earlier else at, aim)
        if earlier:
            told = {part: {field: int(value * FALL) for field, value in figures.items()} for part, figures in told.items()}
        head = {"indicator_code": indicator.code, "measure_unit": indicator.unit}
        found += [head | {"breakdown": part} | figures | _beside(at, aim, part, round_, figures) for part, figures in told.items()]
    return found


def _beside(at: At, aim: Aim, part: str, round_: Round, figures: Row) -> Row:
    """What stands beside a result: the year's estimate, the plan a unit sets itself."""
    more: Row = {}
    if part == ALL and aim.way in MEASURES and round_.code in at.aims.looking_ahead and at.state != "estimate":
        whole = _WAYS[aim.way](at._replace(part=1.0), aim)[ALL]["result"]
        more["estimated"] = max(figures["result"], round(whole * at.chance("ahead", aim.indicator_code + round_.code).uniform(*AHEAD)))
    if part == ALL and at.aims.tells("own_target", at.unit, at.plan_year, indicator_code=aim.indicator_code):
        more["planned"] = round(_volume(at, aim))
    return more


def _share(at: At, aim: Aim) -> dict[str, Row]:
    whole = _volume(at, aim) * _reached(at, aim)
    count = round(round(whole) * at.part ** _bend(at, aim))
    return {ALL: {"result": count}} | {part: {"result": int(count * of)} for part, of in _parts(at, aim).items()}


def _ratio(at: At, aim: Aim) -> dict[str, Row]:
    planned = at.planned.get((at.unit, aim.indicator_code, ALL), 100.0)
    end = min(1.0, planned / 100 * _reached(at, aim))
    level = end * (aim.from_part + (1 - aim.from_part) * at.part ** _bend(at, aim))
    total = _denominator(at, aim)
    found = {ALL: {"numerator": int(total * level), "denominator": total}}
    for part, of in _parts(at, aim).items():
        some = int(total * of)
        found[part] = {"numerator": int(some * level * at.chance(part, aim.indicator_code).uniform(0.85, 1.0)), "denominator": some}
    return found


def _attended(at: At, aim: Aim) -> dict[str, Row]:
    """Attendances: the persons of another indicator, each more than once."""
    people = at.aims.of(aim.of)
    assert people is not None
    times = at.chance("times", aim.indicator_code).uniform(*aim.reach)
    return {part: {"result": int(figures["numerator"] * times)} for part, figures in _ratio(at, people).items()}


def _once(at: At, aim: Aim) -> dict[str, Row]:
    never = at.aims.tells("never", at.unit, at.plan_year, indicator_code=aim.indicator_code)
    return {ALL: {"result": int(not never and at.part >= at.chance("once", aim.indicator_code).uniform(*aim.reach))}}


def _advice(at: At, aim: Aim) -> dict[str, Row]:
    """Recommendations that fell due so far, and those of them remedied; no line before the first."""
    chance = at.chance("advice", aim.indicator_code)
    due = int(chance.randint(3, 9) * at.part)
    share = min(1.0, chance.uniform(*aim.reach))
    return {ALL: {"numerator": int(due * share), "denominator": due}} if due else {}


def _poverty(at: At, _: Aim) -> dict[str, Row]:
    return {ALL: _households(at, poverty.all_of), KHMER: _households(at, poverty.khmer_of)}


def _minority(at: At, _: Aim) -> dict[str, Row]:
    return {ALL: _households(at, poverty.minority_of)}


def _households(at: At, of: Callable[..., poverty.Households]) -> Row:
    now = of(at.aims, at.story.seed, at.plan_year, at.unit, preliminary=at.state != "final")
    before = of(at.aims, at.story.seed, at.plan_year - 1, at.unit)
    off = at.chance("estimate", "poverty").uniform(*OFF) if at.state == "estimate" else 1.0
    figures = {"numerator": round(now.poor * off), "denominator": now.total}
    return figures | {"base_numerator": before.poor, "base_denominator": before.total}


_WAYS: dict[str, Callable[[At, Aim], dict[str, Row]]] = {
    "share": _share, "ratio": _ratio, "attended": _attended, "once": _once, "advice": _advice, "poverty": _poverty, "minority": _minority,
}  # fmt: skip


def _volume(at: At, aim: Aim) -> float:
    """What a unit sets out to do: its target, or what its size would have given it."""
    return at.planned.get((at.unit, aim.indicator_code, ALL)) or targets.by_size(at.aims, at.story.seed, at.plan_year, aim, at.unit)


def _reached(at: At, aim: Aim) -> float:
    """What a unit reaches by the year's end against what it set out to do; an estimate is somewhat off."""
    bent = PACE * (1 - aim.from_part)  # what was there before the year began owes nothing to its pace
    own = at.chance("reach", aim.indicator_code).uniform(*aim.reach) * at.story.pace(at.plan_year, at.unit) ** bent
    return own * (at.chance("estimate", aim.indicator_code).uniform(*AHEAD) if at.state == "estimate" else 1.0)


def _bend(at: At, aim: Aim) -> float:
    return at.chance("bend", aim.indicator_code).uniform(0.9, 1.8)


def _parts(at: At, aim: Aim) -> dict[str, float]:
    """Which part of a unit's people are women, or Khmer."""
    khmer, people = at.aims.khmer.get(at.unit, 0.0), str(aim.size.get(at.plan_year, aim.indicator_code))
    return {
        part: min(MOST_KHMER, of * khmer) if part == KHMER else of * at.chance("part", people).uniform(0.9, 1.1)
        for part, of in aim.part.items()
    }


def _denominator(at: At, aim: Aim) -> int:
    """People or households a ratio is of: the same for indicators of the same size; a department's from the districts' sum."""
    size = aim.size[at.plan_year] * poverty.THOUSAND
    if at.unit in aim.leads:
        return round(sum(at.aims.households.values()) * size * aim.leads[at.unit])
    return round(at.aims.households[at.unit] * size * at.chance("people", str(size)).uniform(0.85, 1.15))


def _part(on: date) -> float:
    start, end = date(on.year, 1, 1), date(on.year, 12, 31)
    return (on - start).days / (end - start).days


def _before(definitions: Definitions, round_: Round) -> date:
    asked = [r.cut_off_on for r in definitions.rounds.values() if r.plan_year == round_.plan_year and FORM in r.forms]
    return max(day for day in asked if day < round_.cut_off_on)
