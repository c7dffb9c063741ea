"""A small office in the middle of receiving: something accepted, something waiting for a word, something sent back, a closed round."""

from pathlib import Path

from data import definitions as defined
from data.intake import decide
from data.intake.archive import Archive, Submission, submissions
from data.intake.receive import Intake
from data.publish import publish
from tests.data.intake.bad.sheets import INFO, SPENT, decision, good, put, xlsx

ROUND, CLOSED = "2024-T06", "2024-T05"
OFFICER = "Trần Thị Bình"
BAD = {f"{SPENT}!F5": -1, f"{SPENT}!F7": "12,3,4"}


def workbook(path: Path, unit: str, **cells: object) -> Path:
    """A report of a unit for ROUND; `cells` changes cells of its sheet of disbursement: F5=1600 is more than the plan, F5=-1 refused."""
    return xlsx(path, put(good(), {f"{INFO}!B2": unit, **{f"{SPENT}!{cell}": value for cell, value in cells.items()}}))


def made(home: Path) -> Path:
    """The home: a decision, 944 accepted, 943 accepted and a second version waiting, 942 refused, one file of which nobody knows whose."""
    inbox, d = home / "inbox", defined.load(defined.SHIPPED)
    inbox.mkdir(parents=True)
    (inbox / "gia.xlsx").write_text("chỉ là chữ", encoding="utf-8")
    files = [
        xlsx(inbox / "quyet-dinh.xlsx", decision()),
        workbook(inbox / "944.xlsx", "944"),
        workbook(inbox / "943.xlsx", "943"),
        workbook(inbox / "943-sua.xlsx", "943", F5=1600, F6=None),
        workbook(inbox / "942.xlsx", "942", F5=-1, F7="12,3,4"),
        inbox / "gia.xlsx",
    ]
    with Intake(home, d, OFFICER, holds_warned=True) as intake:
        outcomes = [intake.receive(path).outcome for path in files]
    assert outcomes == ["accepted", "accepted", "accepted", "held", "refused", "refused"]
    decide.close(Archive(home), d, CLOSED, OFFICER, "hết hạn")
    publish(home, OFFICER, d)
    return home


def known(home: Path) -> dict[str, Submission]:
    """What is in the journal, by name of file."""
    return {s.file_name: s for s in submissions(Archive(home).entries())}
