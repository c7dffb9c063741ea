"""What can be wrong with a submitted workbook: one Vietnamese sentence that names sheet, cell, what was found and what was expected."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing wrong. `severity` is "refuse" or "warn"; `sheet` and `cell` are "" when the whole file is meant."""

    rule: str
    severity: str
    sentence: str
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""

    def __str__(self) -> str:
        place = ", ".join(part for part in (f"trang “{self.sheet}”" if self.sheet else "", f"ô {self.cell}" if self.cell else "") if part)
        return f"{place}: {self.sentence}" if place else self.sentence

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class Unreadable(Exception):
    """The file cannot be read as a workbook at all; carries the one Problem that says why."""

    def __init__(self, rule: str, sentence: str, *, sheet: str = "", cell: str = "", found: str = "", expected: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(rule, "refuse", sentence, sheet, cell, found, expected)
