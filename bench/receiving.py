"""How long a thousand workbooks take through the real intake and into one store, and how much memory that needs."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zipfile import ZipFile

from bench.record import ROOT, Result
from data import samples
from data.definitions import load

WORKBOOKS = 1_000
LIMIT_MB = 2_000  # a safety limit: memory must not grow with the number of workbooks


def thousand() -> Result:
    """`python -m data receive FOLDER` with 1.000 workbooks: the samples and second versions of them, in a home of their own."""
    with tempfile.TemporaryDirectory() as place:
        inbox, home = Path(place) / "inbox", Path(place) / "home"
        count = fill(inbox, WORKBOOKS)
        started = time.perf_counter()
        ran = subprocess.run(
            [sys.executable, "-m", "data", "receive", str(inbox)],
            cwd=ROOT,
            env={**os.environ, "DASHBOARD_HOME": str(home), "DASHBOARD_OPERATOR": "Đo tốc độ", "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
        seconds = time.perf_counter() - started
        store = sum(path.stat().st_size for path in (home / "stores").glob("mart-*.duckdb")) / 2**20
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**10  # the largest of the processes started here
    took = f"{seconds:.0f} s, {1000 * seconds / count:.0f} ms per workbook"
    return Result(
        [
            f"- {count} workbooks received and built in one run: {took}; largest process {memory:.0f} MB; store {store:.0f} MB.",
            f"- It closed with: {ran.stdout.strip().splitlines()[-2]}",  # the last line names a folder of this machine
        ],
        is_well=ran.returncode == 0 and store > 0 and memory < LIMIT_MB,
    )


def fill(inbox: Path, count: int) -> int:
    """Write `count` workbooks, all different: every sample, then copies whose zip comment makes them another file with the same cells."""
    written = [sample.path for sample in samples.write_all(inbox, load())]
    for number in range(count - len(written)):
        copy = written[number].with_stem(f"{written[number].stem}_ban-{number}")
        shutil.copyfile(written[number], copy)
        with ZipFile(copy, "a") as box:
            box.comment = str(number).encode()
    return max(count, len(written))
