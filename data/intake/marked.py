"""A workbook given back with what is wrong in it marked: the cells coloured, a note on each, and a first sheet that lists everything.

The marking runs in a child process of its own, with the limits of reading: a file that was refused may be hostile. Where a file cannot be
opened at all, what comes back is the list alone. Macros are left out of the copy.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import orjson

from data.definitions.settings import Reading
from data.intake import container
from data.intake.archive import Submission
from data.intake.problems import Unreadable

_ROOT = Path(__file__).parents[2]


def file_name(s: Submission) -> str:
    """What the copy is called."""
    return f"{Path(s.file_name).stem[:100]}-danh-dau.xlsx"


def workbook(source: Path, s: Submission, limits: Reading) -> bytes:
    """The marked copy of a submitted file as .xlsx."""
    try:
        kind = container.inspect(source, limits)
    except Unreadable:
        kind = ""
    return _made(source, kind, s, limits) or _made(source, "", s, limits)


def _made(source: Path, kind: str, s: Submission, limits: Reading) -> bytes:
    """What the child made, or nothing where it failed, was killed or took too long. Without a kind: the list alone."""
    with tempfile.TemporaryDirectory(prefix="danh-dau-") as folder:
        to = Path(folder) / "danh-dau.xlsx"
        asked = {
            "source": str(source), "kind": kind, "to": str(to), "name": s.file_name, "problems": s.problems,
            "max_cells": limits.max_cells, "max_rows": limits.max_rows,
        }  # fmt: skip
        try:
            subprocess.run(
                [sys.executable, "-m", "data.intake.marking", str(limits.max_memory_bytes)], input=orjson.dumps(asked), check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=limits.max_seconds * 3, cwd=_ROOT,
                env={**os.environ, "PYTHONPATH": str(_ROOT)},
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return b""
        return to.read_bytes() if to.exists() else b""
