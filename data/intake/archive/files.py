"""The archive on disk. Nothing in it is ever changed: files and cells are written once under their hash, the journal only grows.

Order of a receive: file, cells, journal entry. The entry is what makes it so; a kill before it leaves bytes that the next
receive of the same file finds again. A half-written last line of the journal is cut off by the next writer.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
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
        if not self.journal.exists():
            return []
        whole = self.journal.read_bytes()
        return [orjson.loads(line) for line in whole[: whole.rfind(b"\n") + 1].splitlines()]

    def digest(self) -> str:
        """Hash of all that was ever entered; two archives with the same digest hold the same."""
        if not self.journal.exists():
            return hashlib.sha256(b"").hexdigest()
        whole = self.journal.read_bytes()
        return hashlib.sha256(whole[: whole.rfind(b"\n") + 1]).hexdigest()

    def append(self, entry: dict[str, Any]) -> None:
        """Add one entry, on disk before this returns."""
        with self.journal.open("ab") as file:
            file.write(orjson.dumps(entry, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def keep_file(self, path: Path) -> str:
        """Copy a submitted file in, under its content's hash. Gives the hash."""
        sha = sha256_of(path)
        target = self.file(sha, path.suffix)
        if not target.exists():
            self._put(target, lambda part: shutil.copyfile(path, part))
        return sha

    def file(self, sha: str, suffix: str) -> Path:
        return self.root / "files" / sha[:2] / f"{sha}{suffix.lower()}"

    def keep_cells(self, sha: str, cells: pa.Table) -> None:
        """Keep what was read from a file beside it."""
        self._put(self.cells(sha), lambda part: pq.write_table(cells, part, compression="zstd"))

    def cells(self, sha: str) -> Path:
        return self.root / "cells" / sha[:2] / f"{sha}.parquet"

    def _put(self, target: Path, write: Any) -> None:
        """Write beside, flush to disk, move into place in one step."""
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        write(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)

    def _mend(self) -> None:
        if self.journal.exists():
            whole = self.journal.read_bytes()
            good = whole.rfind(b"\n") + 1
            if good < len(whole):
                with self.journal.open("rb+") as file:
                    file.truncate(good)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
