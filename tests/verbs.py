"""The verbs of `python -m data`, run as an operator runs them: in a process of their own, in a home of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(*words: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m data …` in a home, whatever comes of it; stdout and stderr are text."""
    return subprocess.run(
        [sys.executable, "-m", "data", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "DASHBOARD_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def must(*words: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same, and it has to end well; otherwise the test fails with everything the command printed."""
    ran = run(*words, home=home, **environment)
    assert ran.returncode == 0, f"python -m data {' '.join(words)} ended with {ran.returncode}:\n{ran.stdout}\n{ran.stderr}"
    return ran
