"""Decisions about submissions and rounds, each a journal entry with who, when and why: withdraw, restore, close, reopen."""

from datetime import UTC, datetime

from data.definitions import Definitions
from data.intake.archive import Archive, Submission, submissions
from data.intake.receive import closed_rounds

STATUS = {
    "standing": "đang có hiệu lực",
    "superseded": "đã thay thế",
    "withdrawn": "đã rút",
    "waiting": "chờ mở lại kỳ",
    "refused": "đã trả lại",
}


class Impossible(Exception):
    """The decision cannot be taken; the text says why."""


def withdraw(archive: Archive, submission_id: str, by: str, reason: str) -> str:
    """Take a submission back; the previous version stands again."""
    with archive.writing():
        s = _find(archive, submission_id)
        if s.status not in ("standing", "waiting", "superseded"):
            raise Impossible(f"Lần nộp {submission_id} đang ở trạng thái không thể rút ({STATUS[s.status]}).")
        _enter(archive, "withdrawn", by, reason, submission_id=submission_id)
        again = [x for x in submissions(archive.entries()) if x.identity == s.identity and x.status == "standing"]
    return f"Đã rút bản {s.version} của {s.file_name}; " + (
        f"bản {again[0].version} có hiệu lực trở lại." if again else "không còn bản nào có hiệu lực."
    )


def restore(archive: Archive, submission_id: str, by: str, reason: str) -> str:
    """Put an older or withdrawn version in front again ("khôi phục bản n")."""
    with archive.writing():
        s = _find(archive, submission_id)
        if s.status not in ("superseded", "withdrawn"):
            raise Impossible(f"Lần nộp {submission_id} không phải bản đã thay thế hoặc đã rút ({STATUS[s.status]}).")
        _enter(archive, "restored", by, reason, submission_id=submission_id)
    return f"Đã khôi phục bản {s.version} của {s.file_name}."


def close(archive: Archive, d: Definitions, round_code: str, by: str, reason: str) -> str:
    """Close a round: what arrives later is kept and waits."""
    if round_code not in d.rounds:
        raise Impossible(f"Không có kỳ “{round_code}”; cần một mã trong rounds.csv.")
    with archive.writing():
        if round_code in closed_rounds(archive.entries()):
            raise Impossible(f"Kỳ {round_code} đã đóng rồi.")
        _enter(archive, "round_closed", by, reason, round_code=round_code)
    return f"Đã đóng kỳ {round_code}."


def reopen(archive: Archive, round_code: str, by: str, reason: str) -> str:
    """Reopen a closed round: what waited stands."""
    with archive.writing():
        if round_code not in closed_rounds(archive.entries()):
            raise Impossible(f"Kỳ {round_code} không đóng.")
        _enter(archive, "round_reopened", by, reason, round_code=round_code)
    return f"Đã mở lại kỳ {round_code}."


def _find(archive: Archive, submission_id: str) -> Submission:
    for s in submissions(archive.entries()):
        if s.submission_id == submission_id:
            return s
    raise Impossible(f"Không có lần nộp “{submission_id}” trong kho này.")


def _enter(archive: Archive, what: str, by: str, reason: str, **about: str) -> None:
    if what != "round_closed" and not reason.strip():
        raise Impossible("Chưa có lý do; cần ghi lý do sau --reason, lý do được lưu lại.")
    archive.append({"what": what, "at": datetime.now(UTC).isoformat(), "by": by, "reason": reason, **about})
