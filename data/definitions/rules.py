"""A check as its .sql file states it: `-- Severity: refuse|warn`, `-- Sentence: …`, and the statement whose rows are what is wrong."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Rule:
    """One check; the name is the file's."""

    name: str
    severity: str
    sentence: str
    statement: str


@cache
def rules(folder: Path) -> tuple[Rule, ...]:
    """Every rule of a checks folder, by name. Raises ValueError naming a file whose header is not complete."""
    found = []
    for path in sorted(folder.glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        severity = re.search(r"^-- Severity: (refuse|warn)$", text, re.MULTILINE)
        sentence = re.search(r"^-- Sentence: (.+)$", text, re.MULTILINE)
        if not severity or not sentence:
            raise ValueError(f"{path.name}: needs '-- Severity: refuse|warn' and '-- Sentence: …'")
        found.append(Rule(path.stem, severity[1], sentence[1].strip(), text))
    return tuple(found)


def written(value: object) -> str:
    """A value as a sentence says it: amounts with "." between thousands, nothing for a missing one."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else "" if value is None else str(value)
