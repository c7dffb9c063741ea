"""Receiving: a file is kept, read, judged, and entered into the journal; one bad file never stops the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.definitions import Definitions
from data.intake import judge, reader, receipt, workbook
from data.intake.archive import Archive, Submission, submissions
from data.intake.archive.standing import identity_of
from data.intake.lines import Cell, Reading
from data.intake.opening import Opener
from data.intake.problems import Problem, Unreadable
from data.intake.recognise import Recogniser


@dataclass(frozen=True)
class Received:
    """What became of one file. outcome: accepted, warned, held, refused, waiting, known; `submission` is None when nothing was entered."""

    path: Path
    outcome: str
    problems: list[Problem] = field(default_factory=list)
    submission: Submission | None = None
    note: str = ""


class Intake:
    """Receives workbooks into one home. Use as a context manager: it holds the right to write and a child process.

    `holds_warned`: a workbook with warnings waits for a person's word (figures.md 11: on the page).
    Raises archive.Busy after `wait_seconds`.
    """

    def __init__(
        self, home: Path, definitions: Definitions, operator: str, *, holds_warned: bool = False, wait_seconds: float = 600
    ) -> None:
        self.archive, self._definitions, self._operator = Archive(home), definitions, operator
        self._holds_warned, self._wait_seconds = holds_warned, wait_seconds
        self._opener = Opener(definitions.settings.reading)

    def __enter__(self) -> "Intake":
        self._lock = self.archive.writing(self._wait_seconds)
        self._lock.__enter__()
        self._entries = self.archive.entries()
        known = submissions(self._entries)
        self._by_sha = {s.file_sha256: s for s in known}
        self._versions: dict[Any, int] = {}
        for s in known:
            self._versions[s.identity] = max(self._versions.get(s.identity, 0), s.version)
        self._closed = closed_rounds(self._entries)
        self._known, self._judge = Recogniser(self._definitions), judge.borrow(self._definitions)
        return self

    def __exit__(self, *error: Any) -> None:
        self._opener.close()
        if any(error):
            self._judge.close()
        else:
            judge.give_back(self._judge)
        self._lock.__exit__(*error)

    def receive(self, path: Path, at: datetime | None = None, by: str = "", *, name: str = "") -> Received:
        """Receive one file, now and by this operator unless said otherwise. Never raises for what the file holds.

        `name` is what the sender calls it, where the file on disk is called otherwise.
        """
        try:
            sha = self.archive.keep_file(path)
        except OSError as problem:
            said = f"Không đọc được tệp từ đĩa ({problem.strerror}); cần quyền đọc tệp."
            return Received(path, "refused", [Problem("unreadable", "refuse", said)])
        before = self._by_sha.get(sha)
        if before and not self._is_worth_judging_again(before, path):
            day = datetime.fromisoformat(before.received_at).astimezone(receipt.LOCAL).strftime("%d/%m/%Y %H:%M")
            withdrawn = "; bản này đã rút, muốn dùng lại hãy khôi phục" if before.status == "withdrawn" else ""
            again = {"refused": "; lần đó đã trả lại", "held": "; đang chờ người tiếp nhận"}.get(before.status, "")
            return Received(path, "known", submission=before, note=f"đã nhận ngày {day}{again}{withdrawn}")
        reading, problems = self._read(self.archive.file(sha, path.suffix))  # what is kept is what is read, should the sender's change
        return self._enter(path, name or path.name, sha, reading, problems, at or datetime.now(UTC), by or self._operator)

    def _is_worth_judging_again(self, before: Submission, path: Path) -> bool:
        """A refused file may be good once definitions or reader changed (a round was opened since), or under its right ending."""
        entry = self._entries[before.entry]
        then = (entry["definitions"], entry["reader"], before.suffix)
        return before.outcome == "refused" and then != (self._definitions.digest, reader.VERSION, path.suffix.lower())

    def _read(self, path: Path) -> tuple[Reading, list[Problem]]:
        try:
            book = self._opener.open(path)
        except Unreadable as fault:
            return Reading(), [fault.problem]
        reading = workbook.read(book, self._definitions, self._known)
        problems = self._judge.judge(reading)
        return reading, problems

    def _enter(self, path: Path, name: str, sha: str, reading: Reading, problems: list[Problem], at: datetime, by: str) -> Received:
        refused = any(p.severity == "refuse" for p in problems)
        problems = problems if refused else [*problems, *self._home_problem(reading)]
        refused = any(p.severity == "refuse" for p in problems)
        outcome = "refused" if refused else "warned" if problems else "accepted"
        if not refused:
            self.archive.keep_cells(sha, judge.table_of(Cell, reading.cells).drop_columns(["half_digit"]))
        identity = identity_of(reading)
        version = 0 if refused else self._versions.get(identity, 0) + 1
        # A refused file judged anew keeps its hash but is a submission of its own.
        tries = sum(1 for e in self._entries if e["what"] == "received" and e["submission"]["file_sha256"] == sha)
        submission: dict[str, Any] = {
            "submission_id": sha[:12] + (f"-{tries + 1}" if tries else ""),
            "kind": reading.kind, "unit_code": reading.unit_code, "round_code": reading.round_code, "plan_year": reading.plan_year,
            "state": reading.state, "cut_off_on": _iso(reading.cut_off_on), "decision_number": reading.decision_number,
            "issued_on": _iso(reading.issued_on), "effective_on": _iso(reading.effective_on), "version": version, "outcome": outcome,
            "file_name": name, "file_sha256": sha,
            "suffix": path.suffix.lower(), "size": path.stat().st_size, "is_sample": reading.is_sample,
            "forms": reading.forms, "problems": [p.as_dict() for p in problems], "totals": _totals(reading),
        }  # fmt: skip
        if outcome == "warned" and self._holds_warned:
            submission["held"] = True
        entry: dict[str, Any] = {
            "what": "received", "at": at.isoformat(), "by": by, "submission": submission,
            "definitions": self._definitions.digest, "reader": reader.VERSION,
        }  # fmt: skip
        self.archive.append(entry)
        self._entries.append(entry)
        kept = Submission(**submission, status="standing", received_at=entry["at"], received_by=by, entry=len(self._entries) - 1)
        self._by_sha[sha] = kept
        if refused:
            kept.status = "refused"
        elif kept.held:
            kept.status = outcome = "held"
        elif reading.round_code in self._closed:
            kept.status = outcome = "waiting"
        self._versions[identity] = max(version, self._versions.get(identity, 0))
        receipt.hand_out(self.archive.home, kept, self._definitions)
        note = "kỳ báo cáo đã đóng; báo cáo được giữ và chờ mở lại kỳ" if outcome == "waiting" else ""
        return Received(path, outcome, problems, kept, note)

    def recheck(self) -> Iterator[tuple[Submission, str, list[Problem]]]:
        """What today's rules would make of each standing or refused submission, where that differs from its recorded verdict."""
        for s in submissions(self._entries):
            if s.status in ("standing", "waiting", "refused"):
                _, problems = self._read(self.archive.file(s.file_sha256, s.suffix))
                outcome = "refused" if any(p.severity == "refuse" for p in problems) else "warned" if problems else "accepted"
                if outcome != s.outcome:
                    yield s, outcome, problems

    def _home_problem(self, reading: Reading) -> list[Problem]:
        """Samples and real reports never share a home."""
        accepted = [s for s in self._by_sha.values() if s.status != "refused"]
        if not accepted or accepted[0].is_sample == reading.is_sample:
            return []
        here, sent = ("số liệu minh họa", "báo cáo thật") if accepted[0].is_sample else ("báo cáo thật", "số liệu minh họa")
        said = f"Kho này chứa {here}, không nhận {sent}; cần kho khác: DASHBOARD_HOME=<thư mục> python -m data receive <tệp>."
        return [Problem("other_home", "refuse", said)]


def closed_rounds(entries: Iterable[dict[str, Any]]) -> set[str]:
    closed: set[str] = set()
    for entry in entries:
        if entry["what"] == "round_closed":
            closed.add(entry["round_code"])
        elif entry["what"] == "round_reopened":
            closed.discard(entry["round_code"])
    return closed


def workbooks(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named, in order of name; what the system itself drops there is passed over."""
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        yield from (p for p in inside if not p.name.startswith((".", "~$")) and p.name != "Thumbs.db")


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _totals(reading: Reading) -> dict[str, int]:
    """Sum of every money column over the detail rows, in đồng: what the receipt says in words.

    Not of a column filled in only where something was adjusted: its sum beside the whole plan would read as the plan.
    """
    totals: dict[str, int] = {}
    for cell in reading.cells:
        if cell.line_kind == "detail" and cell.amount_vnd is not None and cell.field != "adjusted_vnd":
            totals[cell.field] = totals.get(cell.field, 0) + cell.amount_vnd
    return totals
