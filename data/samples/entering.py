"""Enters what people of the samples would have entered: visits, remedies, letters, documents. Told in entries/*.toml, one file per subject.

Each `[[entry]]` has `id`, `kind`, `at`, `by` and a table `body`; each `[[entry.change]]` a later version: `at`, `by`, `reason`, and
what of the body changes, or `withdrawn = true`. The ids are the entries' own, so that one may name another.
"""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.registry import KINDS, Registry, opened

FOLDER = Path(__file__).parent / "entries"


def enter_all(home: Path) -> int:
    """Enter every sample that is not there yet, in order of time; gives how many versions were written."""
    registry = opened(home)
    known = {entry.entry_id for entry in registry.history()}
    told = [entry for path in sorted(FOLDER.glob("*.toml")) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]]
    steps = [
        (_utc(step["at"]), n, entry, step)
        for entry in told
        if entry["id"] not in known
        for n, step in enumerate([entry, *entry.get("change", [])])
    ]
    bodies: dict[str, dict[str, Any]] = {}
    for at, version, entry, step in sorted(steps, key=lambda s: (s[0], s[2]["id"], s[1])):
        _enter(registry, entry, step, version, at, bodies)
    return len(steps)


def _enter(
    registry: Registry, entry: dict[str, Any], step: dict[str, Any], seen: int, at: datetime, bodies: dict[str, dict[str, Any]]
) -> None:
    name = entry["id"]
    bodies[name] = bodies.get(name, {}) | step.get("body", {})
    body = KINDS[entry["kind"]].model_validate(bodies[name])
    if not seen:
        registry.add(body, step["by"], at=at, entry_id=name)
    elif step.get("withdrawn"):
        registry.withdraw(name, step["by"], seen=seen, reason=step["reason"], at=at)
    else:
        registry.change(name, body, step["by"], seen=seen, reason=step.get("reason", ""), at=at)


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
