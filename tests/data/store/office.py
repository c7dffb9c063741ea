"""A small office for the tests of the store: workbooks made by hand, sent through the real intake, and what the marts then say."""

import contextlib
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from data.definitions import Definitions
from data.intake import decide, template
from data.intake.receive import Intake, Received
from data.store.build import Built, build
from data.store.reading import open_store, pointed_to


class Line(NamedTuple):
    """What money is counted by, within a unit."""

    component: str = "DA2"
    source: str = "NSTW"
    type: str = "SN"
    year: int = 2024


A, B, C = Line(), Line("DA7-TDA1"), Line("DA3-TDA1", "NSDP")
Amounts = Mapping[Line, Any]  # đồng, None = blank, or a dict of fields
LAST = date(9999, 12, 31)


class Office:
    """Writes workbooks, sends them one after another (a minute apart), builds, and looks into the marts."""

    def __init__(self, folder: Path, definitions: Definitions) -> None:
        self.folder, self.home, self.definitions = folder, folder / "home", definitions
        self._written = 0
        self._clock = datetime(2024, 7, 1, 1, tzinfo=UTC)

    def report(
        self,
        unit: str,
        round_code: str,
        *,
        spent: Amounts | None = None,
        plan: Amounts | None = None,
        more: Mapping[str, Sequence[dict[str, Any]]] | None = None,
        total: dict[str, Any] | None = None,
        **info: Any,
    ) -> Path:
        """A unit's report. A form not given is left out of the workbook; `total` is one more row, at the end of the disbursement sheet."""
        round_ = self.definitions.rounds[round_code]
        about = {"unit_code": unit, "round_code": round_code, "cut_off_on": round_.cut_off_on, "state": "final"} | info
        rows: dict[str, Any] = dict.fromkeys(self._forms()) | dict(more or {})
        if plan is not None:
            rows["plan"] = rows_of(plan, "assigned_vnd")
        if spent is not None:
            rows["disbursement"] = [*rows_of(spent, "disbursed_vnd"), *([total] if total else [])]
        has_commune = any("commune_code" in row for form in rows.values() for row in form or ())
        kind = about.pop("kind", "own")
        return self._write(kind=kind, info=about, rows=rows, with_commune=has_commune)

    def decision(
        self, number: str, effective_on: date, lines: Mapping[str, Amounts], *, plan_year: int = 2024, issued_on: date | None = None
    ) -> Path:
        """The assignment decision: unit → line → đồng (assigned), or a dict of fields."""
        info = {"unit_code": self.definitions.settings.receiving.unit, "decision_number": number, "plan_year": plan_year,
                "issued_on": issued_on or effective_on, "effective_on": effective_on}  # fmt: skip
        rows = [{"unit_code": unit} | row for unit, amounts in lines.items() for row in rows_of(amounts, "assigned_vnd")]
        return self._write(kind="decision", info=info, rows={"decision": rows})

    def published(self, name: str, day: date, lines: Sequence[dict[str, Any]], *, plan_year: int = 2024, state: str = "final") -> Path:
        """What was published for the whole province: rows of the sheet Chỉ tiêu."""
        info = {"unit_code": self.definitions.settings.receiving.unit, "decision_number": name, "plan_year": plan_year,
                "issued_on": day, "cut_off_on": day, "state": state}  # fmt: skip
        return self._write(kind="publication", info=info, rows={"targets": lines})

    def targets(self, number: str, effective_on: date, lines: Sequence[dict[str, Any]], *, plan_year: int = 2024) -> Path:
        """A decision that sets targets: rows of the sheet Giao chỉ tiêu."""
        info = {"unit_code": self.definitions.settings.receiving.unit, "decision_number": number, "plan_year": plan_year,
                "issued_on": effective_on, "effective_on": effective_on}  # fmt: skip
        return self._write(kind="decision", info=info, rows={"decision": None, "target_plan": lines})

    def extract(self, number: str, day: date, lines: Mapping[str, Amounts], *, plan_year: int = 2024) -> Path:
        """Figures of the Treasury: unit → line → đồng paid out by that day, or a dict of fields."""
        info = {"unit_code": self.definitions.settings.receiving.unit, "decision_number": number, "plan_year": plan_year,
                "issued_on": day, "cut_off_on": day}  # fmt: skip
        rows = [{"unit_code": unit} | row for unit, amounts in lines.items() for row in rows_of(amounts, "treasury_vnd")]
        return self._write(kind="treasury", info=info, rows={"treasury": rows})

    def _forms(self) -> list[str]:
        return [f.code for f in self.definitions.forms.values() if f.layout == "table"]

    def _write(self, **book: Any) -> Path:
        self._written += 1
        path = self.folder / "inbox" / f"{self._written:03d}.xlsx"
        template.write(path, self.definitions, **book)
        return path

    def send(self, *paths: Path) -> list[Received]:
        """Receive in this order; refusals fail the test, use `try_to_send` for those."""
        received = self.try_to_send(*paths)
        assert all(r.outcome in ("accepted", "warned", "waiting") for r in received), [str(p) for r in received for p in r.problems]
        return received

    def try_to_send(self, *paths: Path) -> list[Received]:
        received = []
        with Intake(self.home, self.definitions, "Người nhận") as intake:
            for path in paths:
                self._clock += timedelta(minutes=1)
                received.append(intake.receive(path, self._clock))
        return received

    def take_back(self, received: Received) -> None:
        decide.withdraw(self._archive(), self._id(received), "Người rút", "nhầm")

    def bring_back(self, received: Received) -> None:
        decide.restore(self._archive(), self._id(received), "Người rút", "bản đúng")

    def close(self, round_code: str) -> None:
        decide.close(self._archive(), self.definitions, round_code, "Người đóng", "hết hạn")

    def reopen(self, round_code: str) -> None:
        decide.reopen(self._archive(), round_code, "Người đóng", "bổ sung")

    def _archive(self) -> Any:
        return Intake(self.home, self.definitions, "").archive

    def _id(self, received: Received) -> str:
        assert received.submission
        return received.submission.submission_id

    def build(self, *, whole: bool = False) -> Built:
        return build(self.home, self.definitions, whole=whole)

    def built_from(self, *paths: Path) -> "Office":
        """Send, build, and go on."""
        self.send(*paths)
        self.build()
        return self

    def ask(self, statement: str, **given: Any) -> list[dict[str, Any]]:
        """Rows of the store in force, missing values as None."""
        name, _ = pointed_to(self.home)
        found = open_store(self.home, name or "").read(statement, **given)
        rows = found.astype(object).where(found.notna(), None).to_dict("records")
        return [{str(k): v for k, v in row.items()} for row in rows]

    def at(self, on: date, unit: str = "943", plan_year: int = 2024) -> dict[Line, dict[str, Any]]:
        """The lines of a unit on a day."""
        rows = self.ask(
            "select * from mart.money where plan_year = $year and unit_code = $unit and from_on <= $on and to_on > $on",
            year=plan_year, unit=unit, on=on,
        )  # fmt: skip
        return {Line(r["component_code"], r["fund_source"], r["capital_type"], r["capital_year"]): r for r in rows}

    def spent(self, on: date, unit: str = "943") -> dict[Line, int | None]:
        return {line: row["disbursed_vnd"] for line, row in self.at(on, unit).items()}

    def planned(self, on: date, unit: str = "943") -> dict[Line, int | None]:
        return {line: row["planned_vnd"] for line, row in self.at(on, unit).items()}

    def warned(self) -> set[tuple[str, str, str]]:
        """(rule, unit, round) of the rules across submissions."""
        rows = self.ask("select rule, unit_code, round_code from mart.warning where scope = 'across'")
        return {(r["rule"], r["unit_code"], r["round_code"]) for r in rows}

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        return content(self.home)

    def rebuilt(self) -> dict[str, list[tuple[Any, ...]]]:
        """The content of a store built whole, from nothing but a copy of the archive."""
        other = self.folder / "other"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(self.home / "archive", other / "archive")
        build(other, self.definitions)
        return content(other)


def rows_of(amounts: Amounts, field: str) -> list[dict[str, Any]]:
    names = ("component_code", "fund_source", "capital_type", "capital_year")
    return [dict(zip(names, line, strict=True)) | (value if isinstance(value, dict) else {field: value}) for line, value in amounts.items()]


def content(home: Path, without: Sequence[str] = ("built_at",)) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of mart.* in the store in force, ordered by all columns."""
    name, _ = pointed_to(home)
    with contextlib.closing(duckdb.connect(str(home / "stores" / (name or "")), read_only=True)) as db:
        said: dict[str, list[str]] = {}
        for table, column in db.execute(
            "select table_name, column_name from duckdb_columns() where schema_name = 'mart' order by table_name, column_index"
        ).fetchall():
            said.setdefault(table, []).extend([column] if column not in without else [])
        return {
            t: db.execute(f"select {', '.join(f'{c}::varchar' for c in cs)} from mart.{t} order by all").fetchall()
            for t, cs in said.items()
        }
