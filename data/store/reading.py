"""Reading the store: a file opened read-only by its versioned name, answered in data frames. Never writes, never locks."""

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

_PARAMETER = re.compile(r"\$([a-z_]+)")


class Damaged(Exception):
    """The store's file cannot be read; the next build makes it anew."""


@dataclass(frozen=True)
class Scope:
    """What a viewer may see: rows of these units; `benchmarks` = totals of all without unit detail (figures.md 16)."""

    units: tuple[str, ...]
    benchmarks: bool = True


class Store:
    """One published store. `version` follows from archive, definitions and statements; the same version holds the same figures."""

    def __init__(self, path: Path) -> None:
        self.path = path
        config: dict[str, Any] = {
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "memory_limit": "1GB",
            "threads": 2,
        }
        try:
            self._db = duckdb.connect(str(path), read_only=True, config=config)
            row = self._db.cursor().execute("select store_version, built_at from mart.about").fetchone()
        except duckdb.Error as problem:
            raise Damaged(str(problem)) from problem
        self.version: str = row[0] if row else ""
        self.built_at: datetime = row[1] if row else datetime.min.replace(tzinfo=UTC)

    def read(self, statement: str, **parameters: Any) -> pd.DataFrame:
        """Ask one question. Parameters the statement does not name are a mistake and raise ValueError."""
        code = "\n".join(line.split("--")[0] for line in statement.splitlines())
        named = set(_PARAMETER.findall(code))
        if named != set(parameters):
            raise ValueError(f"the statement takes {sorted(named)}, was given {sorted(parameters)}")
        given = {k: list(v) if isinstance(v, tuple) else v for k, v in parameters.items()}
        try:
            return self._db.cursor().execute(statement, given).df()
        except (duckdb.IOException, duckdb.InternalException, duckdb.FatalException, duckdb.SerializationException) as problem:
            raise Damaged(str(problem)) from problem


def current_version(home: Path) -> str | None:
    """File name of the store in force ("mart-00007.duckdb"), or None when there is none or it is gone."""
    name, _ = pointed_to(home)
    return name if name and (home / "stores" / name).exists() else None


def has_archive(home: Path) -> bool:
    """True when something was received here, whether or not a store was built from it."""
    return (home / "archive" / "journal.jsonl").exists()


def pointed_to(home: Path) -> tuple[str | None, str]:
    """What CURRENT says: a file name and the hash its content had when it was published; (None, "") when it says nothing."""
    try:
        name, _, digest = (home / "stores" / "CURRENT").read_text(encoding="ascii").strip().partition(" ")
    except (FileNotFoundError, UnicodeDecodeError):
        return None, ""
    return (name, digest) if re.fullmatch(r"mart-\d{5,}\.duckdb", name) else (None, "")


def open_store(home: Path, file_name: str) -> Store:
    """Open a store by its versioned name. Raises Damaged."""
    return Store(home / "stores" / file_name)


def point_to(home: Path, name: str) -> None:
    """Make a store the one in force, in one step that a reader sees whole or not at all."""
    pointer = home / "stores" / "CURRENT"
    part = pointer.with_name(".CURRENT.part")
    with part.open("w", encoding="ascii") as file:
        file.write(f"{name} {digest_of(home / 'stores' / name)}\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(pointer)


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


Question = Callable[..., pd.DataFrame]
