"""What the columns of an answer are called: our words where they are true of it, with the column's own name where they may not be."""

import re
from functools import cache
from typing import Any

from pages.parts import ask
from pages.parts.dictionary import words
from pages.parts.free import parts
from pages.parts.headings import HEADINGS
from queries.defined import MEASURES

LONGEST = 32  # letters of a description that serves as a heading
FIRST = re.compile(r"[.;:,(=]")


def headings(names: list[str], sql: str) -> list[str]:
    """A heading for each column, no two alike. Our word for a figure or a column stands alone where the answer has it from its table as it
    is, or made of what bears that name; else the name stands beside it, for the statement may mean something else by it.
    """
    own: dict[str, list[str]] = {}
    for one in parts.made(sql):
        own.setdefault(one.name, []).append(one.of)
    here = _columns(sql)
    told: list[str] = []
    for name in names:
        label = _label(name, here.get(name))
        is_true = all(_is_of(name, made) for made in own[name]) if name in own else name in here
        named = f"{label} · {name}" if label else name
        heading = label if label and is_true and label not in told else named
        told.append(f"{heading} ({names[: len(told) + 1].count(name)})" if heading in told else heading)
    return told


def _columns(sql: str) -> dict[str, Any]:
    """The columns of the tables that a statement names, by name; one that several describe differently has no description."""
    found: dict[str, Any] = {}
    for table, _ in parts.tables(sql):
        for column in table.columns:
            other = found.setdefault(column.name, column)
            found[column.name] = other if other.about == column.about else column._replace(about="")
    return found


def _label(name: str, column: Any) -> str | None:
    """Our word for a name, or None: how its table describes it, where it does so in other words; that of headings, figures, dimensions."""
    label = HEADINGS.get(name) or (MEASURES[name].label if name in MEASURES else None) or getattr(words.dimension(name), "label", None)
    first = FIRST.split(column.about)[0].strip() if column else ""
    is_short = 0 < len(first) <= LONGEST and first[0].isupper()
    return first if is_short and (label is None or label.lower() not in column.about.lower()) else label


def _is_of(name: str, made: str) -> bool:
    """Whether an expression is made of what bears the name: the column itself, for a rate its numerator. A name that is nobody's but the
    statement's means what the statement says.
    """
    if name not in MEASURES and name not in _everywhere():
        return True
    used = set(re.findall(r"\w+", made.lower()))
    measure = MEASURES.get(name)
    over = {measure.numerator} if measure and measure.adds == "ratio" else set()
    return bool(used & ({name} | over)) or any(name.endswith(f"_{word}") and word not in ("name", "code") for word in used)


@cache
def _everywhere() -> set[str]:
    return {column.name for table in ask.documented() for column in table.columns}
