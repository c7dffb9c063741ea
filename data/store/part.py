"""Publishing little: the last store copied into a new file, and the touched units' years in it made anew (figures.md 13).

They are made by the same statements, in a small store of their own, and put in place of the old rows; a test holds the result equal to a
whole build (tests/data/store/test_part.py).
"""

import shutil
from pathlib import Path

import duckdb

from data.definitions import Definitions
from data.intake.archive import Archive, Submission
from data.store import across
from data.store.fill import Pair, fill, opened

_PAIRS = "(select (pair[1], pair[2]::bigint) from (select unnest($pairs::varchar[][]) as pair))"
# Replaced whole: what follows from submissions alone, from what people entered, or from workbooks that are always read (fill.py).
_WHOLE = (
    "raw.submission",
    "raw.problem",
    "raw.decision",
    "raw.entry",
    "mart.explanation",
    "mart.submission",
    "mart.letter",
    "mart.report_form",
    "mart.visit",
    "mart.finding",
    "mart.remedy",
    "mart.verification",
    "mart.visit_choice",
)


def touched(entries: list[dict], known: list[Submission]) -> set[Pair] | None:
    """The units' years that journal entries since the last build speak of; None when they speak of more than some units."""
    by_id = {s.submission_id: s for s in known}
    pairs: set[Pair] = set()
    for entry in entries:
        if entry["what"] == "extracted":
            continue  # what people entered is always taken in whole
        if entry["what"] == "received":
            changed = [by_id[entry["submission"]["submission_id"]]]
        elif "submission_id" in entry:
            changed = [by_id[entry["submission_id"]]]
        else:
            changed = [s for s in known if s.round_code == entry.get("round_code")]
        for s in changed:
            if s.outcome == "refused" or (s.kind != "own" and entry["what"] == "received" and s.held):
                continue  # no figure follows from it, or none yet
            if s.kind != "own":
                return None  # a decision or a synthesis speaks of other units
            pairs.add((s.unit_code or "", s.plan_year or 0))
    return pairs


def replace(old: Path, new: Path, archive: Archive, d: Definitions, known: list[Submission], pairs: set[Pair]) -> None:
    """Write `new`: the store `old` with these units' years made anew."""
    shutil.copyfile(old, new)
    small = new.with_name(f"{new.stem}-part.duckdb")
    with opened(small) as db:
        fill(db, archive, d, known, pairs)
        across.judge(db, pairs)
    with opened(new) as db:
        db.execute(f"attach '{small.as_posix().replace(chr(39), chr(39) * 2)}' as small (read_only)")
        listed = {"pairs": [[unit, str(year)] for unit, year in pairs]}
        own = f"submission_id in (select submission_id from raw.submission where kind = 'own' and (unit_code, plan_year) in {_PAIRS})"
        for table in _tables(db):
            columns = {c for c, *_ in db.execute(f"describe {table}").fetchall()}
            if table in _WHOLE:
                _put(db, table, "true", {})
            elif table == "raw.cell":
                _put(db, table, own, listed)
            elif {"unit_code", "plan_year"} <= columns:
                _put(db, table, f"(unit_code, plan_year) in {_PAIRS}", listed)
        db.execute("detach small")
        across.judge_everyone(db)
    small.unlink()


def _tables(db: duckdb.DuckDBPyConnection) -> list[str]:
    """Every table, raw.submission first: the others ask it whose a cell is."""
    found = db.execute(
        """select schema_name || '.' || table_name from duckdb_tables()
        where database_name = 'store' and schema_name in ('raw', 'mart') order by table_name <> 'submission', 1"""
    ).fetchall()
    return [name for (name,) in found]


def _put(db: duckdb.DuckDBPyConnection, table: str, where: str, listed: dict) -> None:
    db.execute(f"delete from {table} where {where}", listed)
    db.execute(f"insert into {table} select * from small.{table} where {where}", listed)
