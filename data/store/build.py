"""Building the store: archive + definitions → a new DuckDB file, checked, then put in place of the old in one step.

One more report copies the last store and replaces that unit's plan year; anything larger is built whole. Both come out the same
(figures.md 13; tests/data/store/test_build.py). A kill at any moment leaves the old store whole.
"""

import hashlib
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import orjson

from data.definitions import Definitions
from data.intake.archive import Archive, Submission, submissions
from data.intake.judge import rules
from data.store import fill, reading

KEEP = 3  # old stores kept, so that a reader who is late still finds the file it was about to open


class BuildError(Exception):
    """The store was not published; the text says why. The one before stays in place."""


@dataclass(frozen=True)
class Built:
    """What a build did. how: "whole", "part" or "same" (nothing had changed)."""

    file_name: str
    version: str
    how: str
    submissions: int


def build(home: Path, definitions: Definitions, *, whole: bool = False) -> Built:
    """Bring the store up to the archive. Raises BuildError, and archive.Busy when someone else writes."""
    archive = Archive(home)
    with archive.writing():
        return _build(archive, definitions, whole)


def _build(archive: Archive, d: Definitions, whole: bool) -> Built:
    stores = archive.home / "stores"
    stores.mkdir(parents=True, exist_ok=True)
    for left in stores.glob(".building-*"):
        left.unlink()
    entries = archive.entries()
    known = submissions(entries)
    state = {"journal": archive.digest(), "definitions": d.digest, "schema": fill.schema_digest(), "entries": len(entries)}
    version = hashlib.sha256(orjson.dumps({k: state[k] for k in ("journal", "definitions", "schema")})).hexdigest()[:12]
    last = reading.current_version(archive.home)
    before = _state_of(stores / last) if last else None
    if last and before == {**state, "version": version} and not whole:
        return Built(last, version, "same", len(known))
    number = int(last.split("-")[1].split(".")[0]) + 1 if last else 1
    part = stores / f".building-{os.getpid()}.duckdb"
    pairs = None if whole or before is None else _affected(before, state, entries, known)
    if pairs is not None and last:
        _replace_part(stores / last, part, archive, d, known, pairs)
    else:
        with _open(part) as db:
            fill.fill(db, archive, d, known)
            _judge_rows(db)
    with _open(part) as db:
        _stop_on_false_truths(db)
        has_samples = any(s.is_sample for s in known if s.status != "refused")
        fill.fill_about(db, d, version, datetime.now(UTC).isoformat(), has_samples)
        db.execute(
            "create or replace table raw.state as select $state as state", {"state": orjson.dumps({**state, "version": version}).decode()}
        )
    name = f"mart-{number:05d}.duckdb"
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(stores / name)
    reading.point_to(archive.home, name)
    _forget_old(stores, name)
    return Built(name, version, "whole" if pairs is None else "part", len(known))


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    new = not path.exists()
    db = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    db.execute(f"attach '{path.as_posix()}' as store{f' (storage_version {chr(39)}{fill.STORAGE}{chr(39)})' if new else ''}")
    db.execute("use store")
    return db


def _state_of(path: Path) -> dict | None:
    """What a store was built from; None when it cannot be read, and is then built anew."""
    try:
        with duckdb.connect(str(path), read_only=True) as db:
            row = db.execute("select state from raw.state").fetchone()
        return orjson.loads(row[0]) if row else None
    except (duckdb.Error, OSError):
        return None


def _affected(before: dict, state: dict, entries: list[dict], known: list[Submission]) -> set[fill.Pair] | None:
    """The units' years touched since the last build; None when the whole must be built."""
    if (before["definitions"], before["schema"]) != (state["definitions"], state["schema"]) or before["entries"] > len(entries):
        return None
    by_id = {s.submission_id: s for s in known}
    touched: set[fill.Pair] = set()
    for n, entry in enumerate(entries[before["entries"] :], start=before["entries"]):
        if entry["what"] == "received":
            changed = [by_id[entry["submission"]["submission_id"]]]
        elif "submission_id" in entry:
            changed = [by_id[entry["submission_id"]]]
        else:
            changed = [s for s in known if s.round_code == entry.get("round_code") and s.entry < n]
        for s in changed:
            if s.outcome == "refused":
                continue
            if s.kind == "decision":
                return None  # a decision speaks of every unit
            touched.add((s.unit_code or "", s.plan_year or 0))
    return touched if len(touched) * 4 <= len({(s.unit_code, s.plan_year) for s in known}) else None


def _replace_part(old: Path, part: Path, archive: Archive, d: Definitions, known: list[Submission], pairs: set[fill.Pair]) -> None:
    """Copy the old store and put in the touched units' years, made by the same statements in a small store of their own."""
    shutil.copyfile(old, part)
    small = part.with_name(f"{part.name.removesuffix('.duckdb')}-part.duckdb")
    with _open(small) as db:
        fill.fill(db, archive, d, known, only=pairs)
        _judge_rows(db, pairs)
    with _open(part) as db:
        db.execute(f"attach '{small.as_posix()}' as small (read_only)")
        listed = [[u, y] for u, y in pairs]
        tables = db.execute(
            "select schema_name || '.' || table_name from duckdb_tables() where database_name = 'store' and schema_name in ('raw', 'mart')"
        ).fetchall()
        for (table,) in tables:
            columns = {c for c, *_ in db.execute(f"describe {table}").fetchall()}
            if table in ("raw.submission", "raw.problem", "mart.submission"):
                db.execute(f"delete from {table}")
                db.execute(f"insert into {table} select * from small.{table}")
            elif {"unit_code", "plan_year"} <= columns:
                where = "(unit_code, plan_year) in (select (p[1], p[2]::bigint) from (select unnest($pairs) as p))"
                db.execute(f"delete from {table} where {where}", {"pairs": [[u, str(y)] for u, y in listed]})
                db.execute(f"insert into {table} select * from small.{table} where {where}", {"pairs": [[u, str(y)] for u, y in listed]})
        db.execute("detach small")
    small.unlink()


def _judge_rows(db: duckdb.DuckDBPyConnection, pairs: set[fill.Pair] | None = None) -> None:
    """Rules across submissions: what they find stands in mart.warning."""
    for rule in rules(fill.CHECKS):
        if rule.severity != "warn":
            continue
        for found in db.execute(rule.statement).fetchall():
            plan_year, unit, round_, submission, sheet, cell, seen, expected = found
            if pairs is not None and (unit, plan_year) not in pairs:
                continue
            said = rule.sentence.format(found=_written(seen), expected=_written(expected), sheet=sheet, cell=cell)
            db.execute(
                "insert into mart.warning values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'across')",
                [rule.name, said, plan_year, unit, round_, submission, sheet, cell, str(seen), str(expected)],
            )


def _written(value: object) -> str:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)


def _stop_on_false_truths(db: duckdb.DuckDBPyConnection) -> None:
    for rule in rules(fill.CHECKS):
        if rule.severity == "refuse" and (wrong := db.execute(rule.statement).fetchone()):
            said = rule.sentence.format(found=_written(wrong[6]), expected=_written(wrong[7]))
            raise BuildError(
                f"Không dựng được kho số liệu ({rule.name}, đơn vị {wrong[1]}, năm {wrong[0]}): {said} Kho trước vẫn dùng được."
            )


def _forget_old(stores: Path, current: str) -> None:
    """Delete stores older than the last few; where a system will not delete an open file, the next build tries again."""
    for old in sorted(stores.glob("mart-*.duckdb"))[:-KEEP]:
        if old.name != current:
            try:
                old.unlink()
            except OSError:
                continue
