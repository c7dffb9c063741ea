"""Writing the last result of a measurement into docs/performance.md: date, commit, machine, figures."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAPER = ROOT / "docs/performance.md"


class Result(NamedTuple):
    """What one measurement says, as lines of Markdown, and whether what it ran ended well."""

    lines: list[str]
    is_well: bool


def record(part: str, lines: list[str], paper: Path = PAPER) -> None:
    """Replace what stands between `<!-- part: begin -->` and `<!-- part: end -->`. Raises ValueError when the marks are not there."""
    text = paper.read_text(encoding="utf-8")
    kept = re.compile(rf"(<!-- {part}: begin -->\n).*?(<!-- {part}: end -->)", re.S)
    if not kept.search(text):
        raise ValueError(f"{paper.name} has no part {part!r}")
    whole = "\n".join([f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · commit {commit()} · {machine()}", "", *lines, ""])
    paper.write_text(kept.sub(lambda marks: marks[1] + whole + marks[2], text), encoding="utf-8")
    print(whole)


def commit() -> str:
    """The commit that was measured; "+" when files had been changed since."""
    try:
        name = _git("rev-parse", "--short", "HEAD")
        changed = [line for line in _git("status", "--porcelain").splitlines() if not line.endswith(PAPER.name)]
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return name + ("+" if changed else "")


def machine() -> str:
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{memory}, Python {platform.python_version()}"


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
