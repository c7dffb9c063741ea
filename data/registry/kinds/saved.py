"""What analysts keep for themselves and each other: saved questions, who checked them, and which SQL was run.

No figure follows from these, so they live in the registry alone: the archive does not get them and no store is built for them.
"""

import hashlib
import unicodedata
from typing import ClassVar, Literal

from pydantic import Field

from data.registry.body import Body

What = Literal["pivot", "sql"]
LONGEST_NAME, LONGEST_NOTE, LONGEST_SQL = 120, 1000, 20_000  # letters


class Question(Body):
    """A question that can be asked again. `content` is a view's address (pivot), or a statement and its parameters (sql).

    `used`: the measures, dimensions, tables and columns it needs, and what they were called when it was saved.
    """

    kind: ClassVar[str] = "saved_question"
    is_filed: ClassVar[bool] = False
    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    what: What
    content: dict[str, str] = Field(min_length=1)
    used: dict[str, str] = Field(default_factory=dict)
    note: str = Field(default="", max_length=LONGEST_NOTE)


class Review(Body):
    """A second officer looked at one version of a saved question and found it right; a later version needs a review of its own."""

    kind: ClassVar[str] = "saved_review"
    is_filed: ClassVar[bool] = False
    question_id: str = Field(min_length=1)
    version: int = Field(ge=1)


class Run(Body):
    """One statement that somebody ran, and how it ended. Without `row_count` it gave no answer."""

    kind: ClassVar[str] = "sql_run"
    is_filed: ClassVar[bool] = False
    sql: str = Field(max_length=LONGEST_SQL)
    parameters: dict[str, str] = Field(default_factory=dict)
    seconds: float | None = None
    row_count: int | None = None
    outcome: str = Field(default="", max_length=LONGEST_NOTE)


def id_of(what: What, name: str) -> str:
    """The one entry that a name can have: of two officers who save the same name at the same moment, the registry takes one."""
    return hashlib.sha256(f"{what} {folded(name)}".encode()).hexdigest()[:16]


def folded(name: str) -> str:
    """What makes two names the same to a reader: not capitals, spaces, or how accents are encoded."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
