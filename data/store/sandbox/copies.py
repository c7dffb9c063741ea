"""The file that a viewer's statements see: a copy of the documented tables with the viewer's rows, made once for a store and a scope."""

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import uuid
from pathlib import Path

from filelock import FileLock, Timeout

from data.store import documented
from data.store.fill import STORAGE
from data.store.reading import Scope

KEEP = 30  # copies kept, those asked last: a few versions of the figures for every unit's link
WAIT = 60  # seconds for which a copy may take, and for which somebody waits for another's
_COPYING = Path(__file__).with_name("copying.py")


class Uncopied(Exception):
    """The copy could not be made; the text is for the log."""


def scoped(path: Path, scope: Scope, folder: Path) -> Path:
    """The copy for this store file and these units, made if it is not there yet. Raises Uncopied."""
    try:
        state = path.stat()
    except OSError as problem:
        raise Uncopied(str(problem)) from problem
    follows = [str(path.absolute()), state.st_size, state.st_mtime_ns, sorted(scope.units), scope.benchmarks, documented.tables()]
    copy = folder / f"{path.stem}-{hashlib.sha256(json.dumps(follows).encode()).hexdigest()[:16]}.duckdb"
    try:
        os.utime(copy)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(folder / "making.lock", timeout=WAIT):
                if not copy.exists():  # nobody made it while we waited
                    _make(path, scope, copy)
        except Timeout:
            raise Uncopied("another copy takes too long") from None
    return copy


def _make(path: Path, scope: Scope, copy: Path) -> None:
    """Build aside, rename at once. What a killed one left lies there until the next."""
    for left in copy.parent.glob(".making-*"):
        left.unlink(missing_ok=True)
    part = copy.parent / f".making-{uuid.uuid4().hex}.duckdb"  # no name twice: one that was left alone may still be writing
    tables = [(table.name, table.seen(), [column.name for column in table.columns]) for table in documented.tables()]
    given = {"units": list(scope.units), "benchmarks": scope.benchmarks}
    request = {"store": str(path), "new": str(part), "tables": tables, "given": given, "storage": STORAGE}
    command = [sys.executable, "-I", "-X", "utf8", str(_COPYING)]
    try:
        done = subprocess.run(command, input=json.dumps(request).encode(), capture_output=True, timeout=WAIT, check=False)
        if done.returncode:
            raise Uncopied(done.stderr.decode(errors="replace").strip())
        part.replace(copy)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Uncopied(str(problem)) from problem
    finally:
        for left in copy.parent.glob(f"{part.name}*"):
            left.unlink(missing_ok=True)
    for old in sorted(copy.parent.glob("*.duckdb"), key=_asked_at)[:-KEEP]:
        with contextlib.suppress(OSError):
            old.unlink()


def _asked_at(copy: Path) -> float:
    try:
        return copy.stat().st_mtime
    except FileNotFoundError:
        return 0.0
