"""Reading a frozen version with a later program: its raw tables carried into a store of today's tables and statements.

What the meeting saw must not change: money, results and warnings are compared with the frozen ones, and a store that says otherwise is not
shown. The frozen file itself is never touched; the copy lies with the stores, and can be thrown away.
"""

import os
from pathlib import Path

import duckdb
import orjson

from data.definitions import Definitions
from data.store import fill, reading

KEPT = ("mart.money", "mart.target", "mart.result")  # what every figure is made of


class Otherwise(Exception):
    """Today's program makes other figures of a frozen version; the text names the table."""


def readable(frozen: Path, folder: Path, code: str, definitions: Definitions) -> Path:
    """The frozen store itself where this program made it, else a copy that today's questions can ask. Raises Otherwise, Damaged."""
    made_by = fill.schema_digest()
    state = reading.Store(frozen).read("select state from raw.state")["state"].iloc[0]
    if orjson.loads(state)["schema"] == made_by:
        return frozen
    copy = folder / f"frozen-{code}-{made_by[:12]}.duckdb"
    if not copy.exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".refitting-{code}-{os.getpid()}.duckdb"
        part.unlink(missing_ok=True)
        _carry(frozen, part, definitions)
        for older in folder.glob(f"frozen-{code}-*.duckdb"):
            older.unlink(missing_ok=True)
        part.replace(copy)
    return copy


def _carry(frozen: Path, part: Path, definitions: Definitions) -> None:
    with fill.opened(part) as db:
        db.execute((fill.SCHEMA / "10_raw.sql").read_text(encoding="utf-8"))
        fill.fill_definitions(db, definitions)
        fill.fill_about(db, definitions, "", "", "1970-01-01T00:00:00+00:00", has_samples=False)
        db.execute(f"attach '{frozen.as_posix().replace(chr(39), chr(39) * 2)}' as was (read_only)")
        known = {table: _columns(db, "was", table) for table in _raw_tables(db, "was")}
        for table in _raw_tables(db, "store"):
            shared = [column for column in _columns(db, "store", table) if column in known.get(table, ())]
            if table == "raw.about":  # a setting that is newer than the version keeps today's value
                db.execute(f"update {table} set {', '.join(f'{c} = o.{c}' for c in shared)} from was.{table} o")
            elif shared:
                named = ", ".join(f'"{column}"' for column in shared)
                db.execute(f"delete from {table}")
                db.execute(f"insert into {table} by name select {named} from was.{table}")
        fill.derive(db)
        db.execute("delete from mart.warning")  # verdicts are recorded, not judged again (figures.md 12)
        db.execute("insert into mart.warning by name select * from was.mart.warning")
        for table in KEPT:
            shared_columns = ", ".join(c for c in _columns(db, "store", table) if c in _columns(db, "was", table))
            both = [f"select {shared_columns} from {place}.{table}" for place in ("store", "was")]
            other = db.execute(f"({both[0]} except all {both[1]}) union all ({both[1]} except all {both[0]}) limit 1").fetchone()
            if other:
                raise Otherwise(table)


def _raw_tables(db: duckdb.DuckDBPyConnection, place: str) -> list[str]:
    found = db.execute(
        "select 'raw.' || table_name from duckdb_tables() where database_name = $place and schema_name = 'raw' order by 1", {"place": place}
    ).fetchall()
    return [name for (name,) in found if name != "raw.state"]


def _columns(db: duckdb.DuckDBPyConnection, place: str, table: str) -> list[str]:
    return [name for name, *_ in db.execute(f"describe {place}.{table}").fetchall()]
