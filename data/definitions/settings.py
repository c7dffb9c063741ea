"""The office's settings: places, thresholds (the office's own), year targets, limits of reading, severities."""

from pydantic import Field

from data.definitions.boundaries import Map
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


class IndicatorStatus(Defined):
    """When an indicator counts as reached, exceeded, at risk; the office's own, as `note` says. What is `measured` need not be whole."""

    note: str = "mức đánh giá do văn phòng đặt"
    reached_from: float = Field(default=1.0, gt=0)
    exceeded_above: float = Field(default=1.0, gt=0)
    at_risk_below: float = Field(default=0.75, ge=0, le=1)
    judged_from: float = Field(default=0.25, ge=0, le=1)  # of an even pace: before that nothing is called at risk
    measured: list[str] = Field(default=["ha", "km", "m2", "m3", "tấn", "kg", "đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"])

    def is_counted(self, unit: str) -> bool:
        """Whether only whole numbers of this unit exist: people, households, classes."""
        return unit not in self.measured


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
    indicator: IndicatorStatus = IndicatorStatus()
    map: Map = Map()
    year_target: list[YearTarget] = Field(default_factory=list)
    reading: Reading
    tolerance: Tolerance
    severity: dict[str, Severity] = Field(default_factory=dict)
