"""Building the store: archive + definitions → a new DuckDB file, checked, then put in place of the old in one step.

One more report copies the last store and replaces that unit's plan year; anything larger is built whole. Both come out the same
(figures.md 13; tests/data/store/test_part.py). A kill at any moment leaves the old store whole.
"""

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import orjson

from data.definitions import Definitions
from data.intake.archive import Archive, Submission, submissions
from data.store import across, fill, part, reading

WAIT = 600  # seconds for which a build waits for another writer
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


def build(home: Path, definitions: Definitions, *, whole: bool = False, wait_seconds: float = WAIT) -> Built:
    """Bring the store up to the archive. Raises BuildError, and archive.Busy when someone else writes all that time."""
    archive = Archive(home)
    with archive.writing(wait_seconds):
        return _build(archive, definitions, whole)


def _build(archive: Archive, d: Definitions, whole: bool) -> Built:
    stores = archive.home / "stores"
    stores.mkdir(parents=True, exist_ok=True)
    for left in stores.glob(".building-*"):  # of a build that was killed
        left.unlink()
    entries = archive.entries()
    known = submissions(entries)
    state = {"journal": archive.digest(), "definitions": d.digest, "schema": fill.schema_digest(), "entries": len(entries)}
    version = hashlib.sha256(orjson.dumps({k: state[k] for k in ("journal", "definitions", "schema")})).hexdigest()[:12]
    last = _undamaged(archive.home)
    before = _state_of(stores / last) if last else None
    if last and before == state and not whole:
        return Built(last, version, "same", len(known))
    pairs = None if whole or before is None else _affected(before, state, archive, known)
    name, new = _next_name(archive.home), stores / f".building-{os.getpid()}.duckdb"
    try:
        if last and pairs is not None:
            part.replace(stores / last, new, archive, d, known, pairs)
        else:
            with fill.opened(new) as db:
                fill.fill(db, archive, d, known)
                across.judge(db)
        with fill.opened(new) as db:
            if wrong := across.false_truth(db):
                raise BuildError(f"Không dựng được kho số liệu ({wrong}) Kho trước vẫn dùng được.")
            has_samples = any(s.is_sample for s in known if s.status != "refused")
            fill.fill_about(db, d, version, _figures(entries, d), datetime.now(UTC).isoformat(), has_samples)
            db.execute("create or replace table raw.state as select $state as state", {"state": orjson.dumps(state).decode()})
        with new.open("rb+") as file:
            os.fsync(file.fileno())
    except (duckdb.Error, OSError) as problem:
        raise BuildError(f"Không dựng được kho số liệu ({problem}). Kho trước vẫn dùng được.") from problem
    new.replace(stores / name)
    reading.point_to(archive.home, name)
    _forget_old(stores, name)
    return Built(name, version, "whole" if pairs is None else "part", len(known))


def _figures(entries: list[dict], d: Definitions) -> str:
    """Changes only when figures can have changed: a file refused, held, or given back moves the store's version, but no figure."""
    said = [e for e in entries if e["what"] not in ("returned", "frozen")]
    counting = [e for e in said if not (e["what"] == "received" and _says_nothing_yet(e["submission"]))]
    return hashlib.sha256(orjson.dumps([counting, d.digest, fill.schema_digest()], option=orjson.OPT_SORT_KEYS)).hexdigest()[:12]


def _says_nothing_yet(submission: dict) -> bool:
    return submission["outcome"] == "refused" or submission.get("held", False)


def _undamaged(home: Path) -> str | None:
    """The store in force, if it is there and is byte for byte what was published: only such a one is kept or copied."""
    name, digest = reading.pointed_to(home)
    path = home / "stores" / (name or "")
    return name if name and path.exists() and reading.digest_of(path) == digest else None


def _next_name(home: Path) -> str:
    """A name that no store had: a reader that still holds an older file must never find another one under its name."""
    names = [*(p.name for p in (home / "stores").glob("mart-*.duckdb")), reading.pointed_to(home)[0] or "mart-0."]
    return f"mart-{max(int(name.split('-')[1].split('.')[0]) for name in names) + 1:05d}.duckdb"


def _state_of(path: Path) -> dict | None:
    """What a store was built from; None when this program cannot read it (another made it)."""
    try:
        with duckdb.connect(str(path), read_only=True) as db:
            row = db.execute("select state from raw.state").fetchone()
        return orjson.loads(row[0]) if row else None
    except duckdb.Error:
        return None


def _affected(before: dict, state: dict, archive: Archive, known: list[Submission]) -> set[fill.Pair] | None:
    """The units' years touched since the last build; None when the whole must be built."""
    same_makers = (before["definitions"], before["schema"]) == (state["definitions"], state["schema"])
    if not same_makers or archive.digest(before["entries"]) != before["journal"]:
        return None
    pairs = part.touched(archive.entries()[before["entries"] :], known)
    return pairs if pairs is not None and len(pairs) * 4 <= len({(s.unit_code, s.plan_year) for s in known}) else None


def _forget_old(stores: Path, current: str) -> None:
    """Delete stores older than the last few; where a system will not delete an open file, the next build tries again."""
    for old in sorted(stores.glob("mart-*.duckdb"))[:-KEEP]:
        if old.name != current:
            try:
                old.unlink()
            except OSError:
                continue
