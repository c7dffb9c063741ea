"""Invented results of monitoring: a workbook per round of monitoring, from visits.toml."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from data.definitions.models import Defined
from data.intake.template_sheets import Row

HERE = Path(__file__).parent
MILLION = 1_000_000
TEAM = "Đoàn giám sát của cơ quan tiếp nhận"
VERIFIED_BY = "Tổ xác minh"
FOLLOWED_BY = "Tổ theo dõi (minh họa)"


class Monitored(Defined):
    """One round of monitoring as its workbook holds it: `sheets` by form."""

    number: str
    plan_year: int
    issued_on: date
    sheets: dict[str, list[Row]]


def load() -> list[Monitored]:
    """The rounds of monitoring that the samples tell of."""
    told = tomllib.loads((HERE / "visits.toml").read_text(encoding="utf-8"))
    return [
        Monitored(
            number=one["number"], plan_year=one["plan_year"], issued_on=one["issued_on"],
            sheets={"visits": [_visit(v) for v in one["visit"]], "findings": [_finding(f, told["basis"]) for f in one["finding"]]},
        )
        for one in told["round"]
    ]  # fmt: skip


def _visit(told: dict[str, Any]) -> Row:
    days = {day: told.get(day) for day in ("starts_on", "ends_on", "report_sent_on")}
    return days | {"visit_number": told["number"], "unit_code": told["unit"], "visit_mode": told["mode"], "team": TEAM}


def _finding(told: dict[str, Any], basis: str) -> Row:
    is_verified = told.get("verified_on") is not None
    return {
        "visit_number": told["visit"], "finding_number": told["number"], "finding_kind": told["kind"], "finding": told["finding"],
        "legal_reference": basis, "component_code": told.get("component"), "amount_vnd": told.get("million", 0) * MILLION or None,
        "recommendation": told["recommendation"], "to_unit_code": told.get("to"), "due_on": told["due_on"], "followed_by": FOLLOWED_BY,
        "remedied_on": told.get("remedied_on"), "evidence_note": "Báo cáo khắc phục (minh họa)" if told.get("remedied_on") else None,
        "verified_on": told.get("verified_on"), "verified_by": VERIFIED_BY if is_verified else None,
    }  # fmt: skip
