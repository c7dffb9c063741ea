"""The office's settings: places, thresholds (the office's own), year targets, limits of reading, severities."""

from pydantic import Field

from data.definitions.models import Defined, Severity


class Place(Defined):
    code: str
    name: str
    short_name: str


class Receiving(Defined):
    unit: str


class Payment(Defined):
    last_day: str = Field(pattern=r"^\d{2}/\d{2}$")


class Thresholds(Defined):
    note: str
    low_share: float = Field(ge=0, le=1)
    behind_points: float = Field(ge=0, le=1)


class YearTarget(Defined):
    plan_year: int
    capital_type: str
    share: float = Field(ge=0, le=1)
    basis: str


class Reading(Defined):
    max_bytes: int = Field(gt=0)
    max_unpacked_bytes: int = Field(gt=0)
    max_cells: int = Field(gt=0)
    max_rows: int = Field(gt=0)
    max_seconds: float = Field(gt=0)
    max_memory_bytes: int = Field(gt=0)


class Tolerance(Defined):
    slip_from: float
    slip_to: float
    slip_over_plan: float = 20.0  # disbursed from this many times the plan is a slip of the money unit, not overspending
    slip_under_plan: float = 0.001  # and so may be something below this share of it


class Settings(Defined):
    province: Place
    receiving: Receiving
    payment: Payment
    thresholds: Thresholds
    year_target: list[YearTarget] = Field(default_factory=list)
    reading: Reading
    tolerance: Tolerance
    severity: dict[str, Severity] = Field(default_factory=dict)
