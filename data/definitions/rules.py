"""A check as its .sql file states it: its name, how grave it is, the sentence it says, and the statement whose rows are what is wrong."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NEEDED = {"Name": "(.+)", "Severity": "(refuse|warn)", "Sentence": "(.+)"}


@dataclass(frozen=True)
class Rule:
    """One check: `name` is the file's, `title` what people call it; `is_of_everyone` when it holds a unit against others or other years."""

    name: str
    title: str
    severity: str
    sentence: str
    is_of_everyone: bool
    statement: str


@cache
def rules(folder: Path) -> tuple[Rule, ...]:
    """Every rule of a checks folder, by name. Raises ValueError naming a file whose header is not complete."""
    found = []
    for path in sorted(folder.glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        said = {word: re.search(rf"^-- {word}: {form}$", text, re.MULTILINE) for word, form in NEEDED.items()}
        if missing := [f"'-- {word}: …'" for word, line in said.items() if line is None]:
            raise ValueError(f"{path.name}: needs {', '.join(missing)}")
        title, severity, sentence = (line[1].strip() for line in said.values() if line)
        is_of_everyone = re.search(r"^-- Scope: everyone$", text, re.MULTILINE) is not None
        found.append(Rule(path.stem, title, severity, sentence, is_of_everyone, text))
    return tuple(found)


def written(value: object) -> str:
    """A value as a sentence says it: amounts with "." between thousands, nothing for a missing one."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else "" if value is None else str(value)
