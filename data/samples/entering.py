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


def enter_all(home: Path, until: datetime | None = None) -> int:
    """Enter every sample version up to a moment that is not there yet, in order of time; gives how many were written."""
    registry = opened(home)
    known = {(entry.entry_id, entry.version) for entry in registry.history()}
    told = [entry for path in sorted(FOLDER.glob("*.toml")) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]]
    steps = [
        (_utc(step["at"]), n, entry, step)
        for entry in told
        for n, step in enumerate([entry, *entry.get("change", [])])
        if until is None or _utc(step["at"]) <= until
    ]
    bodies: dict[str, dict[str, Any]] = {}
    written = 0
    for at, seen, entry, step in sorted(steps, key=lambda s: (s[0], s[2]["id"], s[1])):
        bodies[entry["id"]] = bodies.get(entry["id"], {}) | step.get("body", {})
        if (entry["id"], seen + 1) not in known:
            _enter(registry, entry, step, seen, at, bodies[entry["id"]])
            written += 1
    return written


def _enter(registry: Registry, entry: dict[str, Any], step: dict[str, Any], seen: int, at: datetime, told: dict[str, Any]) -> None:
    name, body = entry["id"], KINDS[entry["kind"]].model_validate(told)
    if not seen:
        registry.add(body, step["by"], at=at, entry_id=name)
    elif step.get("withdrawn"):
        registry.withdraw(name, step["by"], seen=seen, reason=step["reason"], at=at)
    else:
        registry.change(name, body, step["by"], seen=seen, reason=step.get("reason", ""), at=at)


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
