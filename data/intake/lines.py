"""What was read from a workbook, as plain records: labels, cells with amounts, and which rows add up to which."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Label:
    """A key as written (a unit, a component, a source…) and the code it was recognised as; code None = not recognised."""

    form: str
    sheet: str
    row: int
    cell: str
    field: str
    type: str
    text: str
    code: str | None
    expected: str = ""


@dataclass
class Cell:
    """One cell that says something. `fault`: ambiguous, mixed, not_a_number, too_large, error, no_value, is_date, bad_date, or ""."""

    form: str
    sheet: str
    row: int
    cell: str
    line_kind: str  # detail, commune, total, group
    unit_code: str | None
    component_code: str | None
    fund_source: str | None
    capital_type: str | None
    capital_year: int | None
    commune_code: str | None
    indicator_code: str | None
    breakdown: str | None
    field: str
    type: str
    text: str
    amount_vnd: int | None = None
    number: float | None = None
    value: str | None = None
    half_digit_vnd: float = 0.0
    half_digit: float = 0.0  # of `number`; for the rules, not archived
    fault: str = ""
    header: str = ""


@dataclass
class Part:
    """Row `part_row` may be a part of total row `total_row`; a total closes if any one `guess` at its parts adds up."""

    sheet: str
    total_row: int
    guess: int
    part_row: int


@dataclass
class Remark:
    """Something odd about a sheet as a whole that a rule in checks/ judges: `what` is the rule's name."""

    what: str
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""


@dataclass
class Reading:
    """A workbook, read: who says it about what, the forms found, their labels, cells, sums, remarks."""

    kind: str | None = None
    unit_code: str | None = None
    round_code: str | None = None
    plan_year: int | None = None
    cut_off_on: date | None = None
    state: str = "final"
    decision_number: str | None = None
    issued_on: date | None = None
    effective_on: date | None = None
    prepared_by: str | None = None
    is_sample: bool = False
    forms: list[str] = field(default_factory=list)
    sheets: dict[str, str] = field(default_factory=dict)  # form → the sheet it was read from
    remarks: list[Remark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
