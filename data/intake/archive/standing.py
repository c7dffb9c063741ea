"""Which submissions stand: the journal, folded once from its beginning (figures.md 3 and 12).

Of an identity (unit, round, kind, state) the accepted submission received last stands. One that was held with warnings counts once a
person took it, in the order of receipt, not of taking. A withdrawal takes one back and the one before stands again; "khôi phục bản n" puts
one in front of all that was received before; what arrives or is taken while its round is closed waits until the round is reopened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Identity = tuple[str, str, str, str]
ASIDE = ("extracted", "frozen")  # entries that say nothing of submissions and rounds


@dataclass
class Submission:
    """One received file. status: held, standing, superseded, withdrawn, waiting or refused; `outcome` is what the rules said of it.

    Three times: received, `accepted_at` when it first stood, `returned_at` when it was sent back. `decided_*`: the last decision on it.
    """

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
    held: bool = False
    entry: int = 0
    accepted_at: str | None = None
    returned_at: str | None = None
    decided_at: str | None = None
    decided_by: str | None = None
    decided_reason: str | None = None

    @property
    def identity(self) -> Identity:
        return identity_of(self)

    @property
    def is_returned_by_a_person(self) -> bool:
        return self.status == "refused" and self.outcome != "refused"


def identity_of(s: Any) -> Identity:
    """What replaces what: of a submission, or of a reading that becomes one. Numbers of the Treasury begin anew, so its day counts too."""
    paper = s.round_code or s.decision_number or ""
    return (s.unit_code or "", f"{paper}, {s.cut_off_on}" if s.kind == "treasury" else paper, s.kind or "", s.state or "")


class _Fold:
    """What is known after some entries. `accepted` holds, for each identity, what was accepted and not withdrawn, and since which entry it
    counts: since it was received, or since it was put in front. The latest of them stands.
    """

    def __init__(self) -> None:
        self.known: dict[str, Submission] = {}
        self.accepted: dict[Identity, dict[str, int]] = {}
        self.closed: set[str] = set()

    def receive(self, entry: dict[str, Any], number: int) -> None:
        s = Submission(**entry["submission"], status="refused", received_at=entry["at"], received_by=entry["by"], entry=number)
        self.known[s.submission_id] = s
        if s.outcome == "refused":
            s.returned_at = s.received_at
        elif s.held:
            s.status = "held"
        else:
            self._accept(s, entry["at"])

    def decide(self, entry: dict[str, Any], number: int) -> None:
        s, what = self.known[entry["submission_id"]], entry["what"]
        s.decided_at, s.decided_by, s.decided_reason = entry["at"], entry["by"], entry["reason"]
        if what == "taken":
            self._accept(s, entry["at"])
        elif what == "returned":
            s.status, s.returned_at = "refused", entry["at"]
        elif what == "restored":
            self._stand(s, entry["at"], number)
        else:
            s.status = "withdrawn"
            self.accepted.get(s.identity, {}).pop(s.submission_id, None)

    def reopen(self, round_code: str, at: str) -> None:
        self.closed.discard(round_code)
        for s in self.known.values():
            if s.status == "waiting" and s.round_code == round_code:
                self._accept(s, at)

    def _accept(self, s: Submission, at: str) -> None:
        if s.round_code in self.closed:
            s.status = "waiting"
        else:
            self._stand(s, at, s.entry)

    def _stand(self, s: Submission, at: str, since: int) -> None:
        s.status, s.accepted_at = "standing", s.accepted_at or at
        self.accepted.setdefault(s.identity, {})[s.submission_id] = since

    def settled(self) -> list[Submission]:
        for line in self.accepted.values():
            for submission_id, since in line.items():
                self.known[submission_id].status = "standing" if since == max(line.values()) else "superseded"
        return list(self.known.values())


def submissions(entries: Iterable[dict[str, Any]]) -> list[Submission]:
    """Every submission with its status after all entries, in order of receipt."""
    fold = _Fold()
    for number, entry in enumerate(entries):
        what = entry["what"]
        if what == "received":
            fold.receive(entry, number)
        elif what in ("withdrawn", "restored", "taken", "returned"):
            fold.decide(entry, number)
        elif what == "round_closed":
            fold.closed.add(entry["round_code"])
        elif what == "round_reopened":
            fold.reopen(entry["round_code"], entry["at"])
    return fold.settled()
