"""What people enter about reconciliation: why two sources differ, and who sees to it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from data.registry.body import Body


class Explanation(Body):
    """Why the amounts of a unit's component and fund source differ from those of another source, first seen in its figures of a day."""

    kind: ClassVar[str] = "explanation"
    what: Literal["treasury", "plan", "synthesis"]
    unit_code: str = Field(min_length=1)
    component_code: str = Field(min_length=1)
    fund_source: str = Field(min_length=1)
    plan_year: int = Field(ge=2000, le=2100)
    at: date
    reason_code: str = Field(min_length=1)
    reason: str = Field(default="", max_length=2000)
    owner: str = Field(default="", max_length=200)  # the unit or person who sees to it
    due_on: date | None = None
    is_settled: bool = False
