"""Judging one workbook: each .sql in checks/ is a rule, and the rows it returns are what is wrong.

A rule's file begins with `-- Severity: refuse|warn` and `-- Sentence: …` ({found}, {expected}, {cell} may stand in it) and selects
sheet, cell, found, expected. It sees the workbook (book: one row; found_form, remark, label, cell, part) and the definitions (component,
capital_rule, round, expected, form, bound, setting, indicator, breakdown, indicator_breakdown).
"""

import atexit
import dataclasses
import typing
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from data.definitions import Definitions
from data.definitions.rules import rules, written
from data.intake.lines import Cell, Label, Part, Reading, Remark
from data.intake.problems import Problem

CHECKS = Path(__file__).parent / "checks"
_LARGE = 2000  # cells
_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32(), list: pa.list_(pa.string())}


def schema_of(kind: type) -> pa.Schema:
    """A dataclass as an Arrow schema; `X | None` becomes a nullable X."""
    hints = typing.get_type_hints(kind)
    plain = {name: next(a for a in (typing.get_args(t) or (t,)) if a is not type(None)) for name, t in hints.items()}
    return pa.schema([(f.name, _ARROW[plain[f.name]]) for f in dataclasses.fields(kind)])


def table_of(kind: type, records: typing.Sequence[object]) -> pa.Table:
    names = [f.name for f in dataclasses.fields(kind)]
    return pa.table({n: [getattr(r, n) for r in records] for n in names}, schema=schema_of(kind))


_BOOK = {
    "kind": str, "unit_code": str, "round_code": str, "plan_year": int, "cut_off_on": date, "state": str,
    "decision_number": str, "issued_on": date, "effective_on": date,
}  # fmt: skip


class Judge:
    """Runs the rules over one reading after another, on one in-memory database.

    The statements are prepared once, and run as written: planning forty of them anew for every workbook, to find better ways through a
    few dozen rows, took most of the time of receiving it. A large workbook is worth the planning.
    """

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self._severity = definitions.settings.severity
        self._db = duckdb.connect(
            ":memory:", config={"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False}
        )
        for name, table in (_defined(definitions) | {n: t.slice(0, 0) for n, t in _seen(Reading()).items()}).items():
            self._db.register("incoming", table)
            self._db.execute(f"create table {name} as select * from incoming")
            self._db.unregister("incoming")
        self._db.execute("pragma disable_optimizer")
        for rule in rules(CHECKS):
            self._db.execute(f"prepare {rule.name} as {rule.statement}")

    def close(self) -> None:
        self._db.close()

    def judge(self, reading: Reading) -> list[Problem]:
        """Every problem of one reading, worst first."""
        self._db.execute("begin")  # taken back at the end: rows deleted one by one would be kept, and passed over, for every later workbook
        try:
            for name, table in _seen(reading).items():
                if len(table):
                    self._db.register("incoming", table)
                    self._db.execute(f"insert into {name} select * from incoming")
                    self._db.unregister("incoming")
            return self._found(is_large=len(reading.cells) > _LARGE)
        finally:
            self._db.execute("rollback")

    def _found(self, *, is_large: bool) -> list[Problem]:
        if is_large:
            self._db.execute("pragma enable_optimizer")
        problems = []
        for rule in rules(CHECKS):
            severity = self._severity.get(rule.name, rule.severity)
            for row in self._db.execute(rule.statement if is_large else f"execute {rule.name}").fetchall():
                sheet, cell, found, expected = (written(x) for x in row[:4])
                said = rule.sentence.format(sheet=sheet, cell=cell, found=found, expected=expected)
                problems.append(Problem(rule.name, severity, said, sheet, cell, found, expected))
        if is_large:
            self._db.execute("pragma disable_optimizer")
        return sorted(problems, key=lambda p: (p.severity != "refuse", p.rule, p.sheet, len(p.cell), p.cell))


_idle: list[Judge] = []


def borrow(definitions: Definitions) -> Judge:
    """A judge by these definitions: the one given back last where it is theirs, as preparing one takes longer than judging a workbook."""
    try:
        last = _idle.pop()
    except IndexError:
        return Judge(definitions)
    if last.definitions == definitions:
        return last
    last.close()
    return Judge(definitions)


def give_back(judge: Judge) -> None:
    """Keep it for whoever comes next, if nobody gave one back in the meantime."""
    if _idle:
        judge.close()
    else:
        _idle.append(judge)


@atexit.register
def _dismiss() -> None:
    """Close what is still kept when the process ends: the engine complains of connections left to it."""
    while _idle:
        _idle.pop().close()


def _defined(d: Definitions) -> dict[str, pa.Table]:
    """What the rules see of the definitions."""
    components, rounds, forms, tolerance = d.programme.components, d.rounds.values(), d.forms.values(), d.settings.tolerance
    bound = {"form": str, "field": str, "minimum": float, "maximum": float}
    setting = {"receiving_unit": str, "slip_over_plan": float, "slip_under_plan": float, "result_over_target": float, "sources": list}
    indicator = {
        "indicator_code": str, "measure_unit": str, "level_unit": str, "measure": str, "value_kind": str, "counted": str,
        "is_whole": bool, "result_from": str,
    }  # fmt: skip
    breakdowns = d.programme.breakdown
    return {
        "indicator": _table(
            indicator,
            [
                (i.code, i.unit, i.level_unit, i.measure, i.value, i.counted, d.settings.indicator.is_counted(i.counted), i.result_from)
                for i in d.indicators
            ],
        ),
        "breakdown": _table(
            {"breakdown": str, "name": str, "position": int, "is_whole": bool},
            [(b.code, b.name, n, n == 0) for n, b in enumerate(breakdowns)],
        ),
        "indicator_breakdown": _table(
            {"indicator_code": str, "breakdown": str},
            [(i.code, b) for i in d.indicators for b in [*(w.code for w in breakdowns[:1]), *i.breakdowns]],
        ),
        "component": _table({"component_code": str, "is_run": bool}, [(c.code, c.is_run) for c in components]),
        "capital_rule": _table({"component_code": str, "capital_type": str}, [(c.code, t) for c in components for t in c.capital_types]),
        "round": _table(
            {"round_code": str, "cut_off_on": date, "plan_year": int, "forms": list},
            [(r.code, r.cut_off_on, r.plan_year, r.forms) for r in rounds],
        ),
        "expected": _table({"round_code": str, "unit_code": str}, [(r.code, u.code) for r in rounds for u in d.expected_units(r)]),
        "form": _table({"form": str, "title": str, "repeats": bool}, [(f.code, f.title, f.repeats) for f in forms]),
        "bound": _table(bound, [(f.code, c.field, c.minimum, c.maximum) for f in forms for c in f.column]),
        "setting": _table(
            setting,
            [
                (
                    d.settings.receiving.unit,
                    tolerance.slip_over_plan,
                    tolerance.slip_under_plan,
                    tolerance.result_over_target,
                    [s.code for s in d.programme.fund_source],
                )
            ],
        ),
    }


def _table(columns: dict[str, type], rows: list[tuple[object, ...]]) -> pa.Table:
    return pa.table({name: pa.array([row[n] for row in rows], _ARROW[kind]) for n, (name, kind) in enumerate(columns.items())})


def _seen(reading: Reading) -> dict[str, pa.Table]:
    """What the rules see of one workbook."""
    return {
        "book": _table(_BOOK, [tuple(getattr(reading, name) for name in _BOOK)]),
        "found_form": pa.table({"form": pa.array(reading.forms, pa.string())}),
        "remark": table_of(Remark, reading.remarks),
        "label": table_of(Label, reading.labels),
        "cell": table_of(Cell, reading.cells),
        "part": table_of(Part, reading.parts),
    }
