"""Publishing little: the last store copied into a new file, and the touched units' years in it made anew (figures.md 13).

They are made by the same statements, in a small store in memory, and put in place of the old rows; a test holds the result equal to a
whole build (tests/data/store/test_part.py).
"""

import shutil
from pathlib import Path

import duckdb

from data.definitions import Definitions
from data.intake.archive import ASIDE, Archive, Submission
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
    "mart.conclusion",
    "mart.progress",
)


def touched(entries: list[dict], known: list[Submission]) -> set[Pair] | None:
    """The units' years that journal entries since the last build speak of; None when they speak of more than some units."""
    by_id = {s.submission_id: s for s in known}
    pairs: set[Pair] = set()
    for entry in entries:
        if entry["what"] in ASIDE:
            continue  # what people entered is always taken in whole, and a freeze changes nothing
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
    with opened(new) as db:
        db.execute("attach ':memory:' as small")
        db.execute("use small")
        fill(db, archive, d, known, pairs)
        if pairs:
            across.judge(db, pairs)
        db.execute("use store")
        listed = {"pairs": [[unit, str(year)] for unit, year in pairs]}
        own = f"submission_id in (select submission_id from raw.submission where kind = 'own' and (unit_code, plan_year) in {_PAIRS})"
        db.execute("begin")
        for table, columns in _tables(db):
            if table in _WHOLE:
                _put(db, table, "true", {})
            elif pairs and table == "raw.cell":
                _put(db, table, own, listed)
            elif pairs and {"unit_code", "plan_year"} <= set(columns):
                _put(db, table, f"(unit_code, plan_year) in {_PAIRS}", listed)
        db.execute("commit")
        across.judge_everyone(db)


def _tables(db: duckdb.DuckDBPyConnection) -> list[tuple[str, list[str]]]:
    """Every table with its columns, raw.submission first: the others ask it whose a cell is."""
    return db.execute(
        """select schema_name || '.' || table_name as name, list(column_name)
        from duckdb_tables() join duckdb_columns() using (database_name, schema_name, table_name)
        where database_name = 'store' group by name, table_name order by table_name <> 'submission', name"""
    ).fetchall()


def _put(db: duckdb.DuckDBPyConnection, table: str, where: str, listed: dict) -> None:
    db.execute(f"delete from {table} where {where}", listed)
    db.execute(f"insert into {table} select * from small.{table} where {where}", listed)
