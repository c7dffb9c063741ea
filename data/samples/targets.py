"""What each unit is to reach in a year, and the documents that say so: shares of the province's target, by size, exact in sum."""

from random import Random

from data.definitions import Definitions
from data.intake.template_sheets import Row
from data.samples import poverty
from data.samples.aims import ALL, KHMER, Aim, Aims, Plan
from data.samples.lines import share_out

Target = tuple[str, str, str]  # unit, indicator, breakdown


def of_units(aims: Aims, seed: str, plan_year: int) -> dict[Target, float]:
    """Every unit's targets as first assigned in a year."""
    found: dict[Target, float] = {}
    for aim in aims.aim:
        if plan_year in aim.target:
            found |= {(unit, aim.indicator_code, part): value for (unit, part), value in _shares(aims, seed, plan_year, aim).items()}
    return found


def by_size(aims: Aims, seed: str, plan_year: int, aim: Aim, unit: str) -> float:
    """What a unit's size would have given it of the province's target, where it has none of its own."""
    weights = _weights(aims, seed, plan_year, aim, aims.holders(aim, plan_year))
    return max(1.0, aim.target[plan_year] * weights[unit] / sum(weights.values()))


def rows(definitions: Definitions, aims: Aims, seed: str, plan: Plan) -> list[Row]:
    """The lines of a document: the province's own first, then unit by unit in the order of the indicators."""
    planned = of_units(aims, seed, plan.plan_year)
    listed: dict[Target, float] = {}
    if "province" in plan.holders:
        for aim in (a for a in aims.aim if a.is_provincial):
            parts = {ALL: aim.target} | ({KHMER: aim.part_target} if aim.part_target else {})
            listed |= {(definitions.settings.province.code, aim.indicator_code, part): of[plan.plan_year] for part, of in parts.items()}
    if "units" in plan.holders:
        units = [u.code for u in definitions.reporting_units]
        listed |= {key: planned[key] for unit in units for key in planned if key[0] == unit}
    for change in plan.changes:
        key = (change.unit_code, change.indicator_code, ALL)
        listed[key] = planned[key] + change.by
    measured = {i.code: i.unit for i in definitions.indicators}
    return [
        {"unit_code": unit, "indicator_code": code, "breakdown": part, "measure_unit": measured[code], "planned": value}
        for (unit, code, part), value in listed.items()
    ]


def _shares(aims: Aims, seed: str, plan_year: int, aim: Aim) -> dict[tuple[str, str], float]:
    def told(kind: str, unit: str) -> bool:
        return aims.tells(kind, unit, plan_year, indicator_code=aim.indicator_code)

    holders = [u for u in aims.holders(aim, plan_year) if not told("no_target", u) and not told("own_target", u)]
    zero = {(u, ALL): 0.0 for u in holders if told("zero", u)}
    holders = [u for u in holders if (u, ALL) not in zero]
    target = aim.target[plan_year]
    if aim.way == "once":
        return {(u, ALL): 1 for u in holders}
    if aim.way == "ratio":
        steps = (-aim.vary, -aim.vary / 2, 0, 0, aim.vary / 2, aim.vary)
        return {(u, ALL): target + Random(f"{seed}/target/{plan_year}/{u}/{aim.indicator_code}").choice(steps) for u in holders}
    if aim.way == "poverty":
        return _points(aims, seed, plan_year, aim, holders)
    weights = _weights(aims, seed, plan_year, aim, holders)
    amounts = share_out(int(target), list(weights.values()), step=1)
    return {(u, ALL): amount for u, amount in zip(weights, amounts, strict=True) if amount} | zero


def _weights(aims: Aims, seed: str, plan_year: int, aim: Aim, holders: list[str]) -> dict[str, float]:
    """Districts by their households, a little different each year; a department by its part of the whole."""
    sizes = {u: aims.households[u] * Random(f"{seed}/aim-size/{plan_year}/{u}/{aim.indicator_code}").uniform(0.8, 1.25)
             for u in holders if u in aims.households}  # fmt: skip
    leads = {u: part for u, part in aim.leads.items() if u in holders}
    rest = sum(sizes.values()) / (1 - sum(leads.values()))
    return sizes | {u: part * rest for u, part in leads.items()}


def _points(aims: Aims, seed: str, plan_year: int, aim: Aim, holders: list[str]) -> dict[tuple[str, str], float]:
    """Points of reduction: more where poverty is higher, in steps of five hundredths."""
    found = {}
    for unit in holders:
        chance = Random(f"{seed}/points/{plan_year}/{unit}")
        dense = poverty.all_of(aims, seed, plan_year - 1, unit).rate / poverty.province(aims, plan_year - 1).rate
        for part, target in ((ALL, aim.target), (KHMER, aim.part_target)):
            found[unit, part] = max(0.05, round(target[plan_year] * dense * chance.uniform(*aim.reach) * 20) / 20)
    return found
