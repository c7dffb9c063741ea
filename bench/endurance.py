"""The tests marked `soak`, with the full counts and durations that the fixture `full_counts` gives them."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from bench.record import ROOT, Result


def full_counts() -> Result:
    """One line per test: what it holds, how it ended, how long it took."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.xml"
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", "-m", "soak", f"--junitxml={report}"],
            cwd=ROOT,
            env={**os.environ, "SOAK": "1"},
            check=False,
        )
        cases = list(ElementTree.parse(report).iter("testcase")) if report.exists() else []
    return Result([_line(case) for case in cases] or ["- No test was run."], is_well=ran.returncode == 0)


def _line(case: ElementTree.Element) -> str:
    bad = next((child.tag for child in case if child.tag in ("failure", "error", "skipped")), "")
    name = case.get("name", "").removeprefix("test_").replace("_", " ")
    return f"- {name}: {bad or 'held'}, {float(case.get('time', 0)):.0f} s"
