"""Every question of the house: its header, its function, and the arguments a page would ask it with."""

import importlib
import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from queries.reading import ROOM

NAMES = sorted(path.relative_to(ROOM).with_suffix("").as_posix() for path in ROOM.rglob("*.sql"))


def header(name: str) -> dict[str, str]:
    """The header lines "-- Takes: …" of a statement, by their first word; the sentence on top under "What"."""
    lines = [line[3:].strip() for line in (ROOM / f"{name}.sql").read_text(encoding="utf-8").splitlines() if line.startswith("-- ")]
    return {"What": lines[0]} | {key: rest.strip() for key, _, rest in (line.partition(":") for line in lines[1:5])}


def listed(text: str) -> list[str]:
    """The names in a header line; a remark in brackets or "none" is no name."""
    return [] if text == "none" else [word.strip() for word in text.split(",")]


def function(name: str) -> Callable[..., Any]:
    subject, _, question = name.partition("/")
    return getattr(importlib.import_module(f"queries.{subject}"), question)  # type: ignore[no-any-return]


def arguments(name: str, on: date) -> dict[str, Any]:
    """The arguments without which the question cannot be asked."""
    wanted = inspect.signature(function(name)).parameters
    given = {"plan_year": on.year, "on": on, "indicator": "KH-VIECLAM", "group": "DA7"}
    always = {"plan_year", "on"}
    return {
        key: value for key, value in given.items() if key in wanted and (key in always or wanted[key].default is inspect.Parameter.empty)
    }


def functions_of(subject: Path) -> set[str]:
    """The questions a subject offers as functions."""
    module = importlib.import_module(f"queries.{subject.name}")
    return {n for n, f in inspect.getmembers(module, inspect.isfunction) if f.__module__ == module.__name__ and not n.startswith("_")}
