"""The folder of bad workbooks, with good ones among them, and the definitions they are sent under."""

import re
import shutil
from pathlib import Path

from data.definitions import SHIPPED
from tests.data.intake.bad.aims import INDICATORS
from tests.data.intake.bad.fault import Bad
from tests.data.intake.bad.figures import FIGURES
from tests.data.intake.bad.files import FILES, LIMITS
from tests.data.intake.bad.good import GOOD
from tests.data.intake.bad.tables import TABLES
from tests.data.intake.bad.treasury import TREASURIES
from tests.data.intake.bad.visits import MONITORING
from tests.data.intake.bad.words import WORDS

BAD: list[Bad] = [*FIGURES, *WORDS, *TABLES, *TREASURIES, *INDICATORS, *FILES, *MONITORING]


def write(folder: Path) -> Path:
    """Make every workbook of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for bad in BAD:
        bad.make(folder / bad.name)
    for name, make in GOOD.items():
        make(folder / name)
    return folder


def definitions(folder: Path) -> Path:
    """The shipped definitions with a round for departments alone and small limits, so that hostile files stay small too."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (folder / "rounds.csv").open("a", encoding="utf-8") as rounds:
        rounds.write("2024-RIENG,đột xuất,Riêng các sở,2024,2024-01-01,2024-06-14,2024-06-14,2024-06-30,,department,plan;disbursement\n")
    settings = (folder / "settings.toml").read_text(encoding="utf-8")
    for name, limit in LIMITS.items():
        settings = re.sub(rf"^{name} = \S+", f"{name} = {limit}", settings, flags=re.MULTILINE)
    (folder / "settings.toml").write_text(settings, encoding="utf-8")
    return folder
