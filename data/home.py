"""Where what was received lives: DASHBOARD_HOME, or data/local beside the code (git-ignored)."""

import os
from pathlib import Path

DEFAULT = Path(__file__).parent / "local"


def home() -> Path:
    """The folder that holds archive, stores, receipts and registry."""
    return Path(os.environ.get("DASHBOARD_HOME") or DEFAULT).absolute()
