"""Filling an empty store: the raw tables from archive and definitions, then staging and marts by the .sql files in schema/."""

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from data.definitions import Definitions
from data.intake.archive import Archive, Submission

SCHEMA = Path(__file__).parent / "schema"
CHECKS = Path(__file__).parent / "checks"
Pair = tuple[str, int]  # unit code, plan year
STORAGE = "v1.5.0"  # readable by tools one version back (docs/decisions.md)


def schema_digest() -> str:
    """Changes when the statements that make the store do: a store made by others is built anew."""
    files = [*sorted(SCHEMA.glob("*.sql")), *sorted(CHECKS.glob("*.sql")), Path(__file__)]
    return hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest()


def fill(db: duckdb.DuckDBPyConnection, archive: Archive, d: Definitions, known: list[Submission], only: set[Pair] | None = None) -> None:
    """Fill an empty database. `only` keeps it to some units' years; submissions (all, refused too) are always whole."""
    db.execute((SCHEMA / "10_raw.sql").read_text(encoding="utf-8"))
    fill_definitions(db, d)
    fill_submissions(db, known)
    _fill_cells(db, archive, known, only)
    db.execute((SCHEMA / "20_staging.sql").read_text(encoding="utf-8"))
    db.execute((SCHEMA / "30_marts.sql").read_text(encoding="utf-8"))


def put(db: duckdb.DuckDBPyConnection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows by column name, in the table's own types."""
    listed = list(rows)
    if listed:
        db.register("incoming", pa.Table.from_pylist(listed))
        db.execute(f"insert into {table} by name select * from incoming")
        db.unregister("incoming")


def fill_submissions(db: duckdb.DuckDBPyConnection, known: list[Submission]) -> None:
    dated = {"cut_off_on": pa.date32(), "effective_on": pa.date32(), "received_at": pa.timestamp("us", tz="UTC")}
    names = [n for n in Submission.__annotations__ if n not in ("problems", "totals", *dated)]
    columns: dict[str, Any] = {n: [getattr(s, n) for s in known] for n in names}
    for n in ("cut_off_on", "effective_on"):
        columns[n] = pa.array([date.fromisoformat(v) if (v := getattr(s, n)) else None for s in known], pa.date32())
    columns["received_at"] = pa.array([s.received_at for s in known], pa.string())
    if known:
        db.register("incoming", pa.table(columns))
        db.execute("insert into raw.submission by name select * replace (received_at::timestamptz as received_at) from incoming")
        db.unregister("incoming")
    put(db, "raw.problem", ({"submission_id": s.submission_id, **p} for s in known for p in s.problems))


def _fill_cells(db: duckdb.DuckDBPyConnection, archive: Archive, known: list[Submission], only: set[Pair] | None) -> None:
    years = {year for _, year in only} if only is not None else set()
    wanted = [
        s
        for s in known
        if s.status == "standing"
        and (only is None or ((s.unit_code, s.plan_year) in only if s.kind != "decision" else s.plan_year in years))
    ]
    if not wanted:
        return
    files = [{"file": archive.cells(s.file_sha256).as_posix(), "submission_id": s.submission_id, "plan_year": s.plan_year} for s in wanted]
    db.register("incoming", pa.Table.from_pylist(files))
    scope = ""
    if only is not None:
        pairs = [{"unit_code": u, "year": y} for u, y in only]
        db.register("scope", pa.Table.from_pylist(pairs))
        scope = "and (c.unit_code, i.plan_year) in (select (unit_code, year) from scope)"
    db.execute(
        f"""insert into raw.cell by name
        select i.submission_id, i.plan_year, c.* exclude (filename, fault, half_digit_vnd)
        from read_parquet($files, filename = true) c join incoming i on i.file = c.filename
        where (c.text <> '' or c.amount_vnd is not null) {scope}
        order by i.plan_year, c.form, c.unit_code, i.submission_id, c.row""",
        {"files": [f["file"] for f in files]},
    )
    db.unregister("incoming")
    if only is not None:
        db.unregister("scope")


def fill_definitions(db: duckdb.DuckDBPyConnection, d: Definitions) -> None:
    p, s = d.programme, d.settings
    put(db, "raw.unit", ({"unit_code": u.code, "name": u.name, "short_name": u.short_name or u.name, "kind": u.kind, "parent_code": u.parent_code,
        "valid_from": u.valid_from, "valid_to": u.valid_to, "reports": u.reports, "position": n} for n, u in enumerate(d.units)))  # fmt: skip
    named = {"official_name", "short_name", "name_source", "is_run"}
    put(
        db,
        "raw.project",
        ({"project_code": x.code, "lead_code": x.lead, "position": n, **x.model_dump(include=named)} for n, x in enumerate(p.project)),
    )
    leaves = [(project, leaf) for project in p.project for leaf in (project.sub_project or [project])]
    put(db, "raw.component", ({"component_code": x.code, "project_code": project.code, "lead_code": x.lead, "position": n, **x.model_dump(include=named)}
        for n, (project, x) in enumerate(leaves)))  # fmt: skip
    put(db, "raw.fund_source", ({"code": x.code, "name": x.name, "short_name": x.short_name or x.aliases[0] if x.aliases else x.name, "in_plan": x.in_plan, "position": n}
        for n, x in enumerate(p.fund_source)))  # fmt: skip
    put(
        db,
        "raw.capital_type",
        ({"code": x.code, "name": x.name, "short_name": x.short_name or x.name, "position": n} for n, x in enumerate(p.capital_type)),
    )
    put(db, "raw.cause", ({"code": x.code, "name": x.name, "position": n} for n, x in enumerate(p.cause)))
    put(db, "raw.round", ({"round_code": r.code, **r.model_dump(exclude={"code", "units"})} for r in d.rounds.values()))
    later = {(e.round_code, e.unit_code): e.due_on for e in d.extensions}
    put(
        db,
        "raw.expected",
        (
            {"round_code": r.code, "unit_code": u.code, "due_on": later.get((r.code, u.code), r.due_on)}
            for r in d.rounds.values()
            for u in d.expected_units(r)
        ),
    )
    put(db, "raw.year_target", (t.model_dump() for t in s.year_target))
    put(db, "raw.tolerance", [s.tolerance.model_dump()])


def fill_about(db: duckdb.DuckDBPyConnection, d: Definitions, version: str, built_at: str, has_samples: bool) -> None:
    """The one row that says what this store is."""
    s, receiving = d.settings, d.unit(d.settings.receiving.unit)
    db.execute("delete from raw.about")
    put(db, "raw.about", [{
        "store_version": version, "built_at": built_at, "has_samples": has_samples, "province_name": s.province.name,
        "province_short_name": s.province.short_name, "receiving_name": receiving.name if receiving else s.receiving.unit,
        "programme_name": d.programme.name, "programme_short_name": d.programme.short_name, "quick_project": d.programme.quick_project,
        "low_share": s.thresholds.low_share, "behind_points": s.thresholds.behind_points, "threshold_note": s.thresholds.note,
        "last_payment_day": s.payment.last_day,
    }])  # fmt: skip
    db.execute("create or replace table mart.about as select * from raw.about")
