"""Which submissions stand: the journal, folded once from its beginning (figures.md 3 and 12).

The latest accepted submission of an identity (unit, round, kind, state) stands. A withdrawal takes one back and the previous stands
again; "khôi phục bản n" puts an older one in front; what arrives in a closed round waits until the round is reopened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Identity = tuple[str, str, str, str]


@dataclass
class Submission:
    """One received file. status: standing, superseded, withdrawn, waiting or refused."""

    submission_id: str
    kind: str | None
    unit_code: str | None
    round_code: str | None
    plan_year: int | None
    state: str | None
    cut_off_on: str | None
    decision_number: str | None
    effective_on: str | None
    version: int
    status: str
    outcome: str
    received_at: str
    received_by: str
    file_name: str
    file_sha256: str
    suffix: str
    size: int
    is_sample: bool
    forms: list[str]
    problems: list[dict[str, str]]
    totals: dict[str, int]
    issued_on: str | None = None
    entry: int = 0

    @property
    def identity(self) -> Identity:
        return (self.unit_code or "", self.round_code or self.decision_number or "", self.kind or "", self.state or "")


def submissions(entries: Iterable[dict[str, Any]]) -> list[Submission]:
    """Every submission with its status after all entries, in order of receipt."""
    known: dict[str, Submission] = {}
    order: dict[Identity, list[str]] = {}  # accepted, not withdrawn; the last one stands
    closed: set[str] = set()
    for n, entry in enumerate(entries):
        what = entry["what"]
        if what == "received":
            s = Submission(**entry["submission"], status="refused", received_at=entry["at"], received_by=entry["by"], entry=n)
            known[s.submission_id] = s
            if s.outcome != "refused":
                s.status = "waiting" if s.round_code in closed else "standing"
                if s.status == "standing":
                    order.setdefault(s.identity, []).append(s.submission_id)
        elif what in ("withdrawn", "restored"):
            s = known[entry["submission_id"]]
            line = order.setdefault(s.identity, [])
            if s.submission_id in line:
                line.remove(s.submission_id)
            if what == "restored":
                line.append(s.submission_id)
            s.status = "withdrawn" if what == "withdrawn" else "standing"
        elif what == "round_closed":
            closed.add(entry["round_code"])
        elif what == "round_reopened":
            closed.discard(entry["round_code"])
            for s in known.values():
                if s.status == "waiting" and s.round_code == entry["round_code"]:
                    s.status = "standing"
                    order.setdefault(s.identity, []).append(s.submission_id)
    for line in order.values():
        for older in line[:-1]:
            known[older].status = "superseded"
        for last in line[-1:]:
            known[last].status = "standing"
    return list(known.values())
