"""What an office may define: the programme, units, rounds, forms and settings, as frozen pydantic models.

Everything here is read from TOML and CSV by `data.definitions.load`; nothing in code names a province, a department or a year.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

Kind = Literal["own", "synthesis", "decision", "publication", "treasury", "monitoring"]
State = Literal["final", "preliminary", "estimate"]
Severity = Literal["refuse", "warn"]

KIND_NAMES: dict[str, str] = {
    "own": "Báo cáo của đơn vị",
    "synthesis": "Tổng hợp ngành",
    "decision": "Quyết định giao kế hoạch",
    "publication": "Số liệu công bố toàn tỉnh",
    "treasury": "Số liệu Kho bạc",
    "monitoring": "Kết quả giám sát",
}
STATE_NAMES: dict[str, str] = {"final": "Chính thức", "preliminary": "Sơ bộ", "estimate": "Ước"}
MONEY_UNITS: dict[str, int] = {"đồng": 1, "nghìn đồng": 1_000, "triệu đồng": 1_000_000, "tỷ đồng": 1_000_000_000}
VISIT_MODES: dict[str, str] = {"onsite": "Thực tế tại đơn vị", "report": "Qua báo cáo"}
LISTED = ("cause", "visit_mode", "finding_kind", "addressee")  # what is chosen from a list, and is no key of its row
KEY_TYPES = ("unit", "component", "fund_source", "capital_type", "year", "commune", "indicator", "breakdown")


def _listed(value: object) -> object:
    """A CSV cell "a;b" is the list [a, b]; an empty one is the empty list."""
    return [part.strip() for part in value.split(";") if part.strip()] if isinstance(value, str) else value


Words = Annotated[list[str], BeforeValidator(_listed)]


class Defined(BaseModel):
    """A definition: read once, never changed, no keys but those named."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Named(Defined):
    code: str = Field(min_length=1)
    name: str = Field(min_length=1)
    short_name: str = ""
    aliases: Words = []


class FundSource(Named):
    in_plan: bool = True  # outside the plan = outside the denominator of every rate


class SubProject(Defined):
    code: str = Field(min_length=1)
    official_name: str = Field(min_length=1)
    short_name: str = Field(min_length=1)
    name_source: str
    aliases: Words = []
    lead: str = ""  # unit code; blank = "chưa xác định"
    is_run: bool = True
    capital_types: list[str] = Field(min_length=1)


class Project(SubProject):
    sub_project: list[SubProject] = []


class Programme(Defined):
    name: str
    short_name: str
    legal_basis: str
    quick_project: str = ""
    project: list[Project] = Field(min_length=1)
    fund_source: list[FundSource] = Field(min_length=1)
    capital_type: list[Named] = Field(min_length=1)
    cause: list[Named] = []
    finding_kind: list[Named] = []
    difference_reason: list[Named] = []  # why a figure of the Treasury, a decision or a synthesis is not the unit's
    breakdown: list[Named] = []  # parts of the people counted, told apart from all of them (the first one)
    indicator_group: list[Named] = []

    @property
    def components(self) -> list[SubProject]:
        """The leaves: what money is reported by (sub-projects, and projects that have none)."""
        return [leaf for project in self.project for leaf in (project.sub_project or [project])]


class Unit(Named):
    kind: Literal["province", "district", "department", "commune"]
    parent_code: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    reports: bool = False

    @field_validator("valid_from", "valid_to", mode="before")
    @classmethod
    def _blank_is_open(cls, value: object) -> object:
        return None if value == "" else value

    def is_valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Succession(Defined):
    old_code: str
    new_code: str
    on: date
    note: str = ""


class Round(Defined):
    code: str = Field(min_length=1)
    kind: Literal["tháng", "quý", "6 tháng", "9 tháng", "năm", "đột xuất"]
    name: str
    plan_year: int = Field(ge=2000, le=2100)
    window_from: date
    window_to: date
    cut_off_on: date
    due_on: date
    legal_basis: str = ""
    units: Words  # unit codes, or kinds of unit
    forms: Words


class Extension(Defined):
    round_code: str
    unit_code: str
    due_on: date
    letter: str = Field(min_length=1)


class Column(Defined):
    field: str = Field(pattern=r"^[a-z_]+$")
    header: list[str] = Field(min_length=1)
    type: Literal[
        "component", "fund_source", "capital_type", "year", "unit", "commune", "cause", "kind", "round", "state",
        "indicator", "breakdown", "money", "number", "text", "date", "label", "visit_mode", "finding_kind", "addressee",
    ]  # fmt: skip
    required: bool = False
    optional: bool = False  # the template leaves the column out unless asked for
    kinds: list[Kind] = []
    sum_of: list[str] = []  # the fields of the same form that this amount is the sum of
    default: str = ""  # taken for every row when the sheet has no such column
    minimum: float | None = None
    maximum: float | None = None
    guidance: str = ""


class Form(Defined):
    code: str = Field(pattern=r"^[a-z_]+$")
    title: str
    sheet: list[str] = Field(min_length=1)
    layout: Literal["table", "fields"]
    kinds: list[Kind] = Field(min_length=1)
    repeats: bool = False  # the same keys may stand in several rows
    note: str = ""
    money_unit: Literal["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"] = "triệu đồng"  # what the template writes
    zero: list[str] = ["-", "–", "không phát sinh"]
    missing: list[str] = ["…", "...", "x"]
    column: list[Column] = Field(min_length=1)

    @property
    def measures(self) -> list[Column]:
        return [c for c in self.column if c.type in ("money", "number", "text", "date", *LISTED)]

    @property
    def keys(self) -> list[Column]:
        return [c for c in self.column if c.type in KEY_TYPES]
