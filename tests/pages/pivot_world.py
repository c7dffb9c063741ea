"""Pivots of invented lines, and what must stand in each of their cells, in boring Python."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from pages.parts.pivot.laid import Column, Laid, Line
from pages.parts.pivot.shape import Cut, Sort

AXES = {  # dimension → code → name, in an order that is not that of the codes
    "unit": {"u3": "Huyện Ba", "u1": "Huyện Một", "u2": "Sở Hai", "u4": "Huyện Bốn"},
    "fund_source": {"b": "NSTW", "a": "NSĐP"},
    "capital_type": {"y": "ĐTPT", "x": "SN", "": "Chưa rõ"},
    "plan_year": {"2029": "năm 2029", "2030": "năm 2030"},  # nothing is added up over years
}
DIMENSIONS = tuple(AXES)
APART = ("plan_year",)
PARTS = ("row", "column", "all")
MEASURES = ("planned_vnd", "disbursed_vnd", "disbursed_share", "remaining_vnd", "unit_count")


@dataclass(frozen=True)
class Fact:
    """One line of money: its codes on the dimensions, and what is known of it now and then."""

    codes: tuple[str, ...]
    planned: int | None
    disbursed: int | None
    is_former: bool

    def at(self, dimensions: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.codes[DIMENSIONS.index(each)] for each in dimensions)


def figures(facts: list[Fact]) -> dict[str, float | int | None]:
    """Every measure of some lines; None = missing."""

    def total(values: Iterable[int | None]) -> int | None:
        known = [value for value in values if value is not None]
        return sum(known) if known else None

    disbursed = total(f.disbursed for f in facts if f.planned is not None)
    compared = total(f.planned for f in facts if f.disbursed is not None)
    return {
        "planned_vnd": total(f.planned for f in facts),
        "disbursed_vnd": disbursed,
        "compared_planned_vnd": compared,
        "remaining_vnd": total(None if None in (f.planned, f.disbursed) else f.planned - f.disbursed for f in facts),
        "disbursed_share": disbursed / compared if disbursed is not None and compared else None,
        "unit_count": len({f.codes[0] for f in facts}) or None,
    }


def prefixes(dimensions: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every level with its dimensions, but for those that would add up what stands apart."""
    return [dimensions[:depth] for depth in range(len(dimensions) + 1) if not set(dimensions[depth:]) & set(APART)]


def cells(facts: list[Fact], cut: Cut) -> pd.DataFrame:
    """What the questions of the pivot answer, from the lines."""
    rows = []
    for down, across in product(prefixes(cut.rows), prefixes(cut.columns)):
        for keys in dict.fromkeys((f.at(down), f.at(across)) for f in facts):
            inside = [f for f in facts if (f.at(down), f.at(across)) == keys]
            now, before = ([f for f in inside if f.is_former is former] for former in (False, True))
            told: dict[str, Any] = {"row_depth": len(down), "column_depth": len(across)}
            told |= {f"row_{n + 1}": keys[0][n] if n < len(down) else None for n in range(3)}
            told |= {f"column_{n + 1}": keys[1][n] if n < len(across) else None for n in range(2)}
            told |= figures(now) | ({f"before_{code}": value for code, value in figures(before).items()} if cut.against else {})
            rows.append(told)
    return pd.DataFrame(rows, dtype=object)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Fact], Cut]:
    """Lines of money, some with figures missing, and a choice of how to lay them out."""
    amount = st.sampled_from((None, 0, 1, 7, 9_000_000_000_001, 2_345_678_900))
    codes = st.tuples(*(st.sampled_from(list(AXES[each])) for each in DIMENSIONS))
    axes = draw(st.lists(st.sampled_from(DIMENSIONS), max_size=4, unique=True))
    at = draw(st.integers(max(0, len(axes) - 2), min(3, len(axes))))
    rows, columns = tuple(axes[:at]), tuple(axes[at:])
    against = draw(st.sampled_from((None, "nam-truoc"))) if len(columns) < 2 else None  # more columns than are laid out: see below
    fact = st.builds(Fact, codes, amount, amount, st.booleans() if against else st.just(False))
    facts = draw(st.lists(fact, min_size=draw(st.sampled_from((1, 12))), max_size=24))
    if "plan_year" not in axes:  # then one year is looked at
        facts = [replace(f, codes=(*f.codes[:3], "2030")) for f in facts]
    most = (len(MEASURES), 2, 1)[len(columns)]
    measures = tuple(draw(st.lists(st.sampled_from(MEASURES), min_size=1, max_size=most, unique=True)))
    sort = Sort(draw(st.sampled_from((None, *measures))), (), draw(st.booleans()))
    top, part = draw(st.none() | st.integers(1, 3)), draw(st.sampled_from((None, *PARTS)))
    return facts, Cut(measures, rows, columns, {}, against, sort, top, part)


def inside(facts: list[Fact], cut: Cut, line: Line, column: Column, *, former: bool = False) -> list[Fact]:
    """The lines that a cell stands for."""
    place = cut.columns[: len(column.keys)]
    there = [f for f in facts if f.is_former is former and f.at(place) == column.keys]
    if line.is_others:
        return [f for f in there if f.at(cut.rows[:1])[0] in line.others]
    return [f for f in there if f.at(cut.rows[: len(line.keys)]) == line.keys]


def each(table: Laid) -> Iterable[tuple[Line, Column, object]]:
    return ((line, column, table.values.at[n, column.code]) for n, line in enumerate(table.lines) for column in table.columns)


def right(facts: list[Fact], cut: Cut, line: Line, column: Column) -> float | None:
    """What must stand in a cell."""

    def of(line: Line, column: Column, *, former: bool = False) -> float | None:
        if line.is_others and (column.measure == "unit_count" or set(cut.rows) & set(APART)):
            return None  # a unit may stand in several lines; over years nothing is added up
        return figures(inside(facts, cut, line, column, former=former))[column.measure]

    now, then = of(line, column), of(line, column, former=True) if cut.against else None
    if column.what == "part":
        whole = Line(() if cut.part != "row" else line.keys, (), () if cut.part != "row" else line.others)
        all_of = of(whole, replace(column, keys=() if cut.part != "column" else column.keys))
        return None if now is None or (all_of or 0) <= 0 else now / all_of  # more spent than planned has no parts
    change = None if None in (now, then) else now - then
    return {"value": now, "before": then, "change": change, "growth": change / then if change is not None and then > 0 else None}[
        column.what
    ]
