"""A store of generated histories: the few tables of mart.* that the forecast reads, filled with rows that a test makes up."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

import duckdb
import pandas as pd

from data.store.fill import SCHEMA
from data.store.reading import Scope, Store

LAST = 2030  # the plan year that is forecast; earlier years come before it
ON = date(LAST, 10, 15)
PLAN = 10_000_000_000
UNITS = ("U1", "U2", "U3")
SCOPE = Scope(UNITS)


@dataclass(frozen=True)
class Point:
    """What a unit had spent of its plan in a component at a cut-off; a plan or an amount may be missing."""

    component: str
    unit: str
    plan_year: int
    cut_off_on: date
    share: float | None
    planned_vnd: int | None = PLAN
    fund_source: str = "S"


@dataclass
class World:
    """Points, and the target of the year."""

    points: list[Point] = field(default_factory=list)
    target: float = 0.95

    def store(self, place: Path) -> Store:
        """A store file that holds these points and nothing else; each stands until the next cut-off of the same unit and line."""
        rows = pd.DataFrame(list(_rows(self.points)))
        components = sorted({point.component for point in self.points})
        tables = {
            "money": rows,
            "unit": pd.DataFrame({"unit_code": UNITS, "unit_name": UNITS, "short_name": UNITS, "kind": "district", "position": range(3)}),
            "unit_year": rows[["plan_year", "unit_code"]].drop_duplicates(),
            "component": pd.DataFrame({"component_code": components, "project_code": components, "official_name": components}).assign(
                short_name=components, position=range(len(components))
            ),
            "fund_source": pd.DataFrame({"code": ["S"], "name": ["S"], "short_name": ["S"], "position": [0]}),
            "year_target": pd.DataFrame({"plan_year": [LAST], "capital_type": ["*"], "share": [self.target]}),
            "about": pd.DataFrame(
                {"store_version": ["generated"], "built_at": [pd.Timestamp("2030-01-01", tz="UTC")], "has_samples": [False]}
            ),
        }
        with duckdb.connect(str(place)) as db:
            db.execute("create schema mart")
            for name, table in tables.items():
                db.register("given", table)
                db.execute(f"create table mart.{name} as select * from given")
                db.unregister("given")
            for column in ("from_on", "to_on", "reported_on"):
                db.execute(f"alter table mart.money alter {column} type date")
            for column in ("planned_vnd", "disbursed_vnd"):
                db.execute(f"alter table mart.money alter {column} type bigint")
            db.execute((SCHEMA / "30_marts_money.sql").read_text(encoding="utf-8"))
        return Store(place)


def _rows(points: Iterable[Point]) -> Iterable[dict[str, object]]:
    lines: dict[tuple[str, str, int], list[Point]] = {}
    for point in sorted(points, key=lambda p: p.cut_off_on):
        lines.setdefault((point.component, point.unit, point.plan_year), []).append(point)
    for line in lines.values():
        for point, following in zip(line, [*line[1:], None], strict=True):
            spent = None if point.share is None else round(point.share * (point.planned_vnd or PLAN))
            yield {
                "plan_year": point.plan_year, "unit_code": point.unit, "component_code": point.component, "project_code": point.component,
                "fund_source": point.fund_source, "capital_type": "T", "capital_year": point.plan_year, "is_carried_over": False,
                "from_on": point.cut_off_on, "to_on": following.cut_off_on if following else date(9999, 12, 31),
                "planned_vnd": point.planned_vnd, "disbursed_vnd": spent, "reported_on": point.cut_off_on,
            }  # fmt: skip


def year(component: str, unit: str, plan_year: int, share: float, end_share: float, *, days_before: int = 0) -> list[Point]:
    """One year of one unit in a component: its share on the asked day (or so many days before), and at the year's end."""
    early = ON.replace(year=plan_year) - timedelta(days=days_before)
    return [Point(component, unit, plan_year, early, share), Point(component, unit, plan_year, date(plan_year, 12, 31), end_share)]


def histories(count: int, years: int, seed: int) -> tuple[World, dict[str, float]]:
    """Independent components with so many earlier years each, and the share at the end of the year that is forecast.

    Of what is left, each component spends a part that changes from year to year for all its units together (the common shock: a late
    guidance, a change of law) and a little for each unit alone. Both are normal; where every unit starts from is uniform.
    """
    random, world, outcome = Random(seed), World(), {}
    for number in range(count):
        component = f"H{number:04d}"
        usual, common, own = random.uniform(0.45, 0.6), random.uniform(0.05, 0.09), random.uniform(0.01, 0.05)
        for plan_year in range(LAST - years, LAST + 1):
            shock, ends = random.gauss(0, common), []
            for unit in UNITS:
                share = random.uniform(0.3, 0.6)
                ends.append(share + (1 - share) * (usual + shock + random.gauss(0, own)))
                world.points += year(component, unit, plan_year, share, ends[-1], days_before=random.randrange(35))
            outcome[component] = sum(ends) / len(ends)
    return world, outcome
