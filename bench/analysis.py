"""How long a cut of the pivot takes, a statement of one's own, and the copy that it is asked of; on a home of sample reports."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from bench.record import ROOT, Result
from data.store import sandbox
from data.store.reading import Scope, Store, current_version, open_store
from queries import about, choices, pivot
from queries.defined import SUBJECTS

TIMES = 15
STATEMENT = "select unit_code, sum(planned_vnd) as planned_vnd from mart.money group by unit_code"


def cuts_and_statements() -> Result:
    """Medians, the first of each kind left out; a statement includes starting its process."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        made = subprocess.run(
            [sys.executable, "-m", "data", "sample"], cwd=ROOT, env={**os.environ, "DASHBOARD_HOME": str(home)}, check=False
        )
        if made.returncode:
            return Result(["- Analysis: the samples could not be made."], is_well=False)
        store = open_store(home, str(current_version(home)))
        everyone = Scope(tuple(about.units(store, Scope(()))["unit_code"]))
        return Result([*_cuts(store, everyone), *_statements(store, everyone, home / "stores" / "scoped")], is_well=True)


def _cuts(store: Store, scope: Scope) -> list[str]:
    year = int(choices.plan_years(store, scope)["plan_year"].max())
    days = sorted(date.fromisoformat(str(day)[:10]) for day in choices.cut_offs(store, scope, plan_year=year)["cut_off_on"])
    rows = {"money": ("unit", "component"), "results": ("indicator", "unit"), "reports": ("unit", "round")}

    def cut(subject: str, moments: list[date]) -> Callable[[], object]:
        of = SUBJECTS[subject]
        asked = {"rows": rows[subject], "columns": (), "kept": of.kept or None, "apart": of.apart}
        return lambda: getattr(pivot, subject)(store, scope, years=(year,) * len(moments), days=tuple(moments), **asked)

    told = [f"{subject} {_ms(cut(subject, days[-1:]))}" for subject in rows]
    return [f"- A cut of the pivot by two dimensions: {', '.join(told)}; money at all {len(days)} cut-offs {_ms(cut('money', days))}."]


def _statements(store: Store, scope: Scope, folder: Path) -> list[str]:
    started = time.perf_counter()
    copy = sandbox.scoped(store.path, scope, folder)
    seconds, size = time.perf_counter() - started, copy.stat().st_size / 2**20
    asked = _ms(lambda: sandbox.ask(store.path, scope, folder, STATEMENT, {}))
    return [f"- A statement of one's own: {asked} with its process; the copy it is asked of: {seconds:.1f} s once, {size:.0f} MB."]


def _ms(run: Callable[[], object]) -> str:
    took = []
    for _ in range(TIMES + 1):
        started = time.perf_counter()
        run()
        took.append(time.perf_counter() - started)
    return f"{1_000 * median(took[1:]):.0f} ms"
