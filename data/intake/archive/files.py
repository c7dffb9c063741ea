"""The archive on disk. Nothing in it is ever changed: files and cells are written once under their hash, the journal only grows.

Order of a receive: file, cells, journal entry. The entry is what makes it so; a kill before it leaves bytes that the next
receive of the same file finds again. A half-written last line of the journal is cut off by the next writer.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout


class Busy(Exception):
    """Somebody else is writing here."""


class Archive:
    """One archive below a home folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.root = home / "archive"
        self.journal = self.root / "journal.jsonl"

    @contextmanager
    def writing(self, wait_seconds: float = 600) -> Iterator[None]:
        """Hold the one right to write. The lock is the operating system's: a killed process lets go of it. Raises Busy."""
        self.root.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.home / "writing.lock", timeout=wait_seconds):
                self._mend()
                yield
        except Timeout:
            raise Busy("Có người khác đang tiếp nhận hoặc dựng số liệu trong thư mục này; hãy thử lại sau ít phút.") from None

    def entries(self) -> list[dict[str, Any]]:
        """Every journal entry, oldest first. A half-written last line does not count."""
        return [orjson.loads(line) for line in self._lines()]

    def digest(self, count: int | None = None) -> str:
        """Hash of the first `count` entries, or of all; two archives with the same digest hold the same."""
        return hashlib.sha256(b"".join(self._lines()[:count])).hexdigest()

    def _lines(self) -> list[bytes]:
        if not self.journal.exists():
            return []
        whole = self.journal.read_bytes()
        return whole[: whole.rfind(b"\n") + 1].splitlines(keepends=True)

    def append(self, entry: dict[str, Any]) -> None:
        """Add one entry, on disk before this returns."""
        with self.journal.open("ab") as file:
            file.write(orjson.dumps(entry, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def keep_file(self, path: Path) -> str:
        """Copy a submitted file in, under its content's hash. Gives the hash: of what was copied, should the file change meanwhile."""
        arriving = self.root / "files" / ".arriving.part"
        arriving.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, arriving)
        with arriving.open("rb+") as file:
            os.fsync(file.fileno())
            sha = hashlib.file_digest(file, "sha256").hexdigest()
        target = self.file(sha, path.suffix)
        target.parent.mkdir(exist_ok=True)
        arriving.replace(target)
        return sha

    def file(self, sha: str, suffix: str) -> Path:
        return self.root / "files" / sha[:2] / f"{sha}{suffix.lower()}"

    def keep_cells(self, sha: str, cells: pa.Table) -> None:
        """Keep what was read from a file beside it."""
        target = self.cells(sha)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        pq.write_table(cells, part, compression="zstd")
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)

    def cells(self, sha: str) -> Path:
        return self.root / "cells" / sha[:2] / f"{sha}.parquet"

    def file_extract(self, rows: list[dict[str, Any]], by: str, at: datetime) -> None:
        """File what people entered since the last extract, under the next number: one JSON line for each version of an entry."""
        number = 1 + sum(entry["what"] == "extracted" for entry in self.entries())
        whole = b"".join(orjson.dumps(row, option=orjson.OPT_SORT_KEYS) + b"\n" for row in rows)
        target = self.extract(number)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        with part.open("wb") as file:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        self.append({"what": "extracted", "at": at.isoformat(), "by": by, "number": number, "sha256": hashlib.sha256(whole).hexdigest()})

    def extract(self, number: int) -> Path:
        return self.root / "entered" / f"{number:06d}.jsonl"

    def extracts(self) -> list[Path]:
        """The extracts of the registry, oldest first; together they hold every version that was filed."""
        return [self.extract(entry["number"]) for entry in self.entries() if entry["what"] == "extracted"]

    def entered(self) -> list[dict[str, Any]]:
        """Every version of every entry that was filed, oldest first."""
        return [orjson.loads(line) for path in self.extracts() for line in path.read_bytes().splitlines()]

    def _mend(self) -> None:
        if self.journal.exists():
            whole = self.journal.read_bytes()
            good = whole.rfind(b"\n") + 1
            if good < len(whole):
                with self.journal.open("rb+") as file:
                    file.truncate(good)
