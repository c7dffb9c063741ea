"""From what was sent and what was entered to what is shown: file what people entered since the last time, then build the store."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.definitions import Definitions, load
from data.intake.archive import Archive
from data.registry import Unreachable, database, opened
from data.store import build as building
from data.store.build import WAIT, BuildError, Built

__all__ = ["BuildError", "Unfiled", "file_entered", "publish"]


class Unfiled(Exception):
    """What people entered could not be filed; the text says why, in Vietnamese."""


def publish(
    home: Path, by: str, definitions: Definitions | None = None, *, whole: bool = False, wait_seconds: float = WAIT
) -> tuple[Built, str]:
    """Extract and build; gives what was built, and in a sentence what could not be filed ("" = all of it).

    Reports go on when the registry cannot be read. Raises BuildError, archive.Busy; the store before stays in force then.
    """
    try:
        file_entered(home, by, wait_seconds)
        unfiled = ""
    except Unfiled as problem:
        unfiled = str(problem)
    return building.build(home, definitions or load(), whole=whole, wait_seconds=wait_seconds), unfiled


def file_entered(home: Path, by: str, wait_seconds: float = WAIT) -> int:
    """File the versions that no extract has yet; gives how many there were. Raises Unfiled, archive.Busy."""
    if not database.exists(home):
        return 0
    archive = Archive(home)
    with archive.writing(wait_seconds):
        filed = {(row["entry_id"], row["version"]): row for row in archive.entered()}
        try:
            rows = [_plain(row) for row in opened(home).rows()]
        except Unreachable as problem:
            raise Unfiled(f"Không đọc được sổ nhập liệu ({problem}). Số liệu đã lưu không mất.") from problem
        for row in rows:
            if filed.get((row["entry_id"], row["version"]), row) != row:
                said = f"Sổ nhập liệu không khớp kho lưu trữ ở mục {row['entry_id']}, bản {row['version']}"
                raise Unfiled(f"{said}; cần sổ của đúng thư mục này.")
        new = [row for row in rows if (row["entry_id"], row["version"]) not in filed]
        if new:
            archive.file_extract(new, by.strip() or "máy chủ", datetime.now(UTC))
    return len(new)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """As an extract has it: the database's own numbering means nothing elsewhere."""
    return {name: value.isoformat() if name == "at" else value for name, value in row.items() if name != "sequence"}
