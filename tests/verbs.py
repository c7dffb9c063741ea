"""The verbs of `python -m data`, run as an operator runs them, in a home of their own."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data import __main__ as program

ROOT = Path(__file__).parents[1]


def run(*words: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m data …` in a home, whatever comes of it. In this process, as another one takes a second to begin: `alone` is one."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        patch.setattr(sys, "argv", ["python -m data", *words])
        for name, value in {"DASHBOARD_HOME": str(home), **environment}.items():
            patch.setenv(name, value)
        try:
            program.main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return subprocess.CompletedProcess([*words], code, out.getvalue(), err.getvalue())


def alone(*words: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own; stdout and stderr are text."""
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
    """`run`, and it has to end well; otherwise the test fails with everything the command printed."""
    return well(run(*words, home=home, **environment))


def well(ran: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """A verb that has to have ended well."""
    assert ran.returncode == 0, f"{ran.args} ended with {ran.returncode}:\n{ran.stdout}\n{ran.stderr}"
    return ran
