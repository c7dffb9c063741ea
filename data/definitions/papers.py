"""The papers an office may rewrite in Word: a template in the folder papers/ of the definitions, or the one shipped."""

import os
from pathlib import Path

from data.definitions import SHIPPED

REMINDER = "cong-van-don-doc.docx"


def paper(name: str) -> bytes:
    """A template as it lies in the office's folder; where the office has none of its own, as it is shipped."""
    own = Path(os.environ.get("DASHBOARD_DEFINITIONS") or SHIPPED) / "papers" / name
    return (own if own.exists() else SHIPPED / "papers" / name).read_bytes()


def papers() -> list[str]:
    """The names of all templates."""
    return sorted(path.name for path in (SHIPPED / "papers").glob("*.docx"))
