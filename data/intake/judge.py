"""Judging one workbook: each .sql in checks/ is a rule, and the rows it returns are what is wrong.

A rule's file begins with `-- Severity: refuse|warn` and `-- Sentence: …` ({found}, {expected}, {cell} may stand in it) and selects
sheet, cell, found, expected. It sees: book (one row), form, remark, label, cell, part, and the definitions (unit, component, capital_rule, round…).
"""

import dataclasses
import re
import typing
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from data.definitions import Definitions
from data.intake.lines import Cell, Label, Part, Reading, Remark
from data.intake.problems import Problem

CHECKS = Path(__file__).parent / "checks"
_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}


@dataclasses.dataclass(frozen=True)
class Rule:
    """A check as its file states it."""

    name: str
    severity: str
    sentence: str
    statement: str


@cache
def rules(folder: Path = CHECKS) -> tuple[Rule, ...]:
    """Every rule of a checks folder, by name. Raises ValueError naming a file whose header is not complete."""
    found = []
    for path in sorted(folder.glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        severity = re.search(r"^-- Severity: (refuse|warn)$", text, re.MULTILINE)
        sentence = re.search(r"^-- Sentence: (.+)$", text, re.MULTILINE)
        if not severity or not sentence:
            raise ValueError(f"{path.name}: needs '-- Severity: refuse|warn' and '-- Sentence: …'")
        found.append(Rule(path.stem, severity[1], sentence[1].strip(), text))
    return tuple(found)


def schema_of(kind: type) -> pa.Schema:
    """A dataclass as an Arrow schema; `X | None` becomes a nullable X."""
    hints = typing.get_type_hints(kind)
    plain = {name: next(a for a in (typing.get_args(t) or (t,)) if a is not type(None)) for name, t in hints.items()}
    return pa.schema([(f.name, _ARROW[plain[f.name]]) for f in dataclasses.fields(kind)])


def table_of(kind: type, records: typing.Sequence[object]) -> pa.Table:
    names = [f.name for f in dataclasses.fields(kind)]
    return pa.table({n: [getattr(r, n) for r in records] for n in names}, schema=schema_of(kind))


class Judge:
    """Runs the rules over one reading after another, on one in-memory database."""

    def __init__(self, definitions: Definitions) -> None:
        self._severity = definitions.settings.severity
        self._db = duckdb.connect(
            ":memory:", config={"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False}
        )
        self._load_definitions(definitions)

    def close(self) -> None:
        self._db.close()

    def _load_definitions(self, d: Definitions) -> None:
        components = [s for p in d.programme.project for s in (p.sub_project or [p])]
        expected = [{"round_code": r.code, "unit_code": u.code} for r in d.rounds.values() for u in d.expected_units(r)]
        rounds = [{"round_code": r.code, "cut_off_on": r.cut_off_on, "plan_year": r.plan_year, "forms": r.forms} for r in d.rounds.values()]
        tables = {
            "component": pa.table({"component_code": [c.code for c in components], "is_run": [c.is_run for c in components]}),
            "capital_rule": pa.table({"component_code": [c.code for c in components for _ in c.capital_types], "capital_type": [t for c in components for t in c.capital_types]}),
            "round": pa.Table.from_pylist(rounds, schema=pa.schema([("round_code", pa.string()), ("cut_off_on", pa.date32()), ("plan_year", pa.int64()), ("forms", pa.list_(pa.string()))])),
            "expected": pa.Table.from_pylist(expected, schema=pa.schema([("round_code", pa.string()), ("unit_code", pa.string())])),
            "form": pa.table({"form": list(d.forms), "title": [f.title for f in d.forms.values()], "repeats": [f.repeats for f in d.forms.values()]}),
            "bound": pa.Table.from_pylist(
                [{"form": f.code, "field": c.field, "minimum": c.minimum, "maximum": c.maximum} for f in d.forms.values() for c in f.column],
                schema=pa.schema([("form", pa.string()), ("field", pa.string()), ("minimum", pa.float64()), ("maximum", pa.float64())]),
            ),
            "setting": pa.table({
                "receiving_unit": [d.settings.receiving.unit], "slip_from": [d.settings.tolerance.slip_from], "slip_to": [d.settings.tolerance.slip_to],
                "sources": [[s.code for s in d.programme.fund_source]],
            }),
        }  # fmt: skip
        for name, table in tables.items():
            self._db.register("incoming", table)
            self._db.execute(f"create table {name} as select * from incoming")
            self._db.unregister("incoming")

    def judge(self, reading: Reading) -> list[Problem]:
        """Every problem of one reading, worst first."""
        book = {
            k: getattr(reading, k)
            for k in ("kind", "unit_code", "round_code", "plan_year", "cut_off_on", "state", "decision_number", "issued_on", "effective_on")
        }
        kinds = {"plan_year": pa.int64(), "cut_off_on": pa.date32(), "issued_on": pa.date32(), "effective_on": pa.date32()}
        schema = pa.schema([(k, kinds.get(k, pa.string())) for k in book])
        tables = {
            "book": pa.Table.from_pylist([book], schema=schema),
            "found_form": pa.table({"form": pa.array(reading.forms, pa.string())}),
            "remark": table_of(Remark, reading.remarks),
            "label": table_of(Label, reading.labels),
            "cell": table_of(Cell, reading.cells),
            "part": table_of(Part, reading.parts),
        }
        for name, table in tables.items():
            self._db.register("incoming", table)
            self._db.execute(f"create or replace table {name} as select * from incoming")
            self._db.unregister("incoming")
        problems = []
        for rule in rules():
            severity = self._severity.get(rule.name, rule.severity)
            for row in self._db.execute(rule.statement).fetchall():
                sheet, cell, found, expected = (str(x) if x is not None else "" for x in row[:4])
                said = rule.sentence.format(sheet=sheet, cell=cell, found=found, expected=expected)
                problems.append(Problem(rule.name, severity, said, sheet, cell, found, expected))
        return sorted(problems, key=lambda p: (p.severity != "refuse", p.rule, p.sheet, len(p.cell), p.cell))
