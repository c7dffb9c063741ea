"""Killing `python -m data receive` and `build` at some moment, and what must be true afterwards."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

from data.definitions import Definitions
from data.intake.archive import Archive, submissions
from tests import verbs
from tests.data.store.office import A, B, Office, content

UNITS = ("941", "942", "943", "944", "945", "946")
TIMES = ("built_at", "store_version", "figures_version", "received_at", "first_accepted_at", "is_late")  # differ from run to run, as
TIMES += ("first_sent_at", "first_returned_at", "taken_at", "received_on", "late_day_count", "accepted_at", "returned_at")


def inbox(folder: Path, definitions: Definitions) -> Path:
    """Eight workbooks, one of them bad: a decision, reports, a corrected one."""
    office = Office(folder, definitions)
    office.decision("01", date(2024, 1, 1), {unit: {A: 1000, B: 500} for unit in UNITS})
    for n, unit in enumerate(UNITS):
        office.report(unit, "2024-T06", spent={A: 100 + n, B: -1 if unit == "946" else 50})
    office.report("943", "2024-T06", spent={A: 160})
    return folder / "inbox"


def start(*words: str, home: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONUTF8": "1", "DASHBOARD_HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-m", "data", *words], cwd=verbs.ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def kill_when(process: subprocess.Popen[bytes], is_time: Callable[[], bool]) -> bool:
    """kill -9 as soon as it is time; False when the process ended before."""
    while process.poll() is None:
        if is_time():
            process.kill()
            process.wait()
            return True
        time.sleep(0.001)
    return False


def after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def must_be_whole(home: Path, sent: Path, undisturbed: dict[str, list[tuple]]) -> None:
    """The same command again was run: nothing is lost, nothing stands twice, the store is the undisturbed one."""
    archive = Archive(home)
    entries = archive.entries()
    received = [s.file_sha256 for s in submissions(entries)]
    assert len(received) == len(set(received)) == len(list(sent.iterdir()))
    for path in sent.iterdir():
        whole = path.read_bytes()
        assert archive.file(hashlib.sha256(whole).hexdigest(), path.suffix).read_bytes() == whole
    assert content(home, TIMES) == undisturbed


def store_is_whole(home: Path, allowed: list[dict[str, list[tuple]] | None]) -> None:
    """After a kill, before anything is repaired: readers see a whole store, the one before or the one after."""
    found = content(home, TIMES) if (home / "stores" / "CURRENT").exists() else None
    assert found in allowed


def random_moments(seconds: float, seed: int) -> Iterator[float]:
    chance = Random(seed)
    while True:
        yield chance.uniform(0.02, 1.0) * seconds


def copy_archive(home: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(home / "archive", to / "archive")
    return to
