"""Letters about reports: a later due date granted to a unit, and letters that urge a late one."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from data.registry.body import Body

Way = Literal["axis", "post", "email", "hand"]  # the axis is the state's network for documents (trục liên thông văn bản)


class Extension(Body):
    """A unit may send the report of a round later, by a letter."""

    kind: ClassVar[str] = "extension"
    round_code: str = Field(min_length=1)
    unit_code: str = Field(min_length=1)
    due_on: date
    letter: str = Field(min_length=1, max_length=200)


class Letter(Body):
    """A letter sent to urge a unit to report."""

    kind: ClassVar[str] = "letter"
    round_code: str = Field(min_length=1)
    unit_code: str = Field(min_length=1)
    number: str = Field(min_length=1, max_length=100)
    sent_on: date
    way: Way
    recipient: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=1000)
