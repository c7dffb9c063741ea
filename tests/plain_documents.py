"""Required documents in plain Python: the extracts of an archive and the list of definitions, gone through one by one."""

from datetime import date
from typing import Any

from data.definitions import Definitions
from data.intake.archive import Archive


def entered(archive: Archive, kind: str) -> dict[str, dict[str, Any]]:
    """The body of every entry of a kind as it stands: id → body; withdrawn ones left out."""
    newest: dict[str, dict[str, Any]] = {}
    for row in archive.entered():
        if row["kind"] == kind and row["version"] > newest.get(row["entry_id"], {"version": 0})["version"]:
            newest[row["entry_id"]] = row
    return {i: row["body"] for i, row in newest.items() if not row["is_withdrawn"]}


def required(d: Definitions, units: list[str], year: int, today: date, bodies: list[dict[str, Any]]) -> dict[tuple[str, str, str], str]:
    """(unit, required document, component) → there, late, missing, not_due."""
    found = {}
    for code in units:
        unit = d.unit(code)
        assert unit is not None
        for r in d.required_documents:
            if not {unit.kind, code} & set(r.of) or not r.is_of(year):
                continue
            led = [c.code for c in d.programme.components if c.lead == code and c.is_run] if r.component == "*" else [r.component]
            for component in led:
                days = [
                    date.fromisoformat(b["issued_on"])
                    for b in bodies
                    if (b["unit_code"], b["plan_year"], b["required_code"]) == (code, year, r.code)
                    and component in ("", b["component_code"])
                    and date.fromisoformat(b["issued_on"]) <= today
                ]
                due = r.due_on(year)
                if days:
                    found[code, r.code, component] = "late" if due and min(days) > due else "there"
                else:
                    found[code, r.code, component] = "missing" if due and due < today else "not_due"
    return found
