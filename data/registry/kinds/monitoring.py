"""What people enter about monitoring: visits, what was found and asked for, remedies, verifications, and the choice of units to visit.

Codes are plain strings, chosen on pages from lists. A finding belongs to a visit, a remedy or verification to a finding, by its id: that
of an entry, or of a row of a workbook ("‹unit›/‹round of monitoring›/‹visit›/‹finding›"), the same when the workbook is sent again.
"""

from datetime import date
from typing import ClassVar

from pydantic import Field

from data.registry.body import Body


class Visit(Body):
    """One unit monitored in a round of monitoring (`number`), on site or through its report."""

    kind: ClassVar[str] = "visit"
    plan_year: int = Field(ge=2000, le=2100)
    number: str = Field(min_length=1)
    unit_code: str = Field(min_length=1)
    mode: str = Field(pattern="^(onsite|report)$")
    team: str = ""
    starts_on: date
    ends_on: date | None = None  # None: in one day
    report_sent_on: date | None = None
    note: str = ""


class Finding(Body):
    """What was found, and what was recommended to whom by when."""

    kind: ClassVar[str] = "finding"
    visit_id: str = Field(min_length=1)
    finding_kind: str = Field(min_length=1)
    finding: str = Field(min_length=1)
    legal_reference: str = ""
    component_code: str = ""
    amount_vnd: int | None = Field(default=None, ge=0)
    recommendation: str = Field(min_length=1)
    to_unit_code: str = ""  # "": the unit visited
    due_on: date | None = None
    followed_by: str = ""  # who follows it up


class Remedy(Body):
    """What a unit did about a recommendation, with the evidence: a file kept in the archive, or the document that says so."""

    kind: ClassVar[str] = "remedy"
    finding_id: str = Field(min_length=1)
    remedy: str = Field(min_length=1)
    remedied_on: date
    evidence_note: str = ""
    evidence_sha256: str = ""
    evidence_suffix: str = ""
    evidence_name: str = ""


class Verification(Body):
    """Whether a recommendation is remedied, by another person than the one who entered the remedy; "no" opens it (again)."""

    kind: ClassVar[str] = "verification"
    finding_id: str = Field(min_length=1)
    is_remedied: bool
    verified_on: date
    note: str = ""
    due_on: date | None = None  # a new deadline where it is not remedied


class Choice(Body):
    """Which units a year's plan monitors on site and which through their reports, and why these."""

    kind: ClassVar[str] = "visit_choice"
    plan_year: int = Field(ge=2000, le=2100)
    onsite: tuple[str, ...]
    by_report: tuple[str, ...] = ()
    reason: str = ""
