"""The office's settings: places, thresholds (the office's own), year targets, limits of reading, severities."""

from pydantic import Field

from data.definitions.boundaries import Map
from data.definitions.calendar import Calendar
from data.definitions.models import Defined, Severity


class Place(Defined):
    code: str
    name: str
    short_name: str

    @property
    def committee(self) -> str:
        """Its people's committee: "Ủy ban nhân dân tỉnh …"."""
        return f"Ủy ban nhân dân {self.name[:1].lower()}{self.name[1:]}"


class Receiving(Defined):
    unit: str


class Papers(Defined):
    """What stands at the head and the foot of papers the receiving department issues. Left empty: the province's own names, no signer."""

    authority: str = ""  # the body above it
    abbreviation: str = ""  # of its own name, in the number of a paper
    place: str = ""
    signer: str = ""  # the title above the signature
    recipients: list[str] = Field(default_factory=list)


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
    still_from_vnd: int = 500_000_000  # a line that stands still in three reports is told from this much left of its plan …
    still_days: int = 45  # … and when the three lie at least so many days apart
    leap_steps: int = 4  # an increase is held against at least so many earlier ones of the same line
    leap_times: float = 8.0  # and is a leap so many (robust) deviations above their middle …
    leap_from_vnd: int = 300_000_000  # … from this amount on
    peers_least: int = 5  # a unit is held against at least so many others
    peers_times: float = 6.0  # and is far from them so many (robust) deviations from their middle …
    peers_points: float = 0.3  # … from this difference of rates on
    result_over_target: float = 10.0  # a result of so many times its target is a slip


class Weights(Defined):
    """How much each part of the score for choosing units to visit weighs, beside the others."""

    money: float = Field(default=3, ge=0)
    lateness: float = Field(default=2, ge=0)
    findings: float = Field(default=2, ge=0)
    anomalies: float = Field(default=1, ge=0)
    years: float = Field(default=2, ge=0)


class Monitoring(Defined):
    """The office's plan of monitoring: how many units in a year, in how many working days the report is due, and when a delay is long."""

    onsite_count: int = Field(default=5, ge=0)
    report_count: int = Field(default=6, ge=0)
    report_working_days: int = Field(default=15, gt=0)
    long_days: int = Field(default=30, gt=0)  # overdue by more is long …
    very_long_days: int = Field(default=90, gt=0)  # … and by more than this very long
    weights: Weights = Weights()


class Agreement(Defined):
    """Up to which difference two sources say the same: this much money, or this share of the larger, whichever is more."""

    difference_vnd: int = Field(default=500_000, ge=0)  # half a triệu: reports may be printed in whole triệu
    difference_share: float = Field(default=0.0, ge=0, le=1)


class Settings(Defined):
    province: Place
    receiving: Receiving
    papers: Papers = Papers()
    payment: Payment
    thresholds: Thresholds
    indicator: IndicatorStatus = IndicatorStatus()
    map: Map = Map()
    calendar: Calendar = Calendar()
    monitoring: Monitoring = Monitoring()
    agreement: Agreement = Agreement()
    year_target: list[YearTarget] = Field(default_factory=list)
    reading: Reading
    tolerance: Tolerance
    severity: dict[str, Severity] = Field(default_factory=dict)
