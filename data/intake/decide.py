"""Decisions about submissions and rounds, each a journal entry with who, when, why: take, give back, withdraw, restore, close, reopen."""

from datetime import UTC, datetime

from data.definitions import Definitions
from data.intake.archive import Archive, Submission, submissions
from data.intake.receive import closed_rounds

STATUS = {
    "held": "chờ người tiếp nhận",
    "standing": "đang có hiệu lực",
    "superseded": "đã thay thế",
    "withdrawn": "đã rút",
    "waiting": "chờ mở lại kỳ",
    "refused": "đã trả lại",
}


WAIT = 60.0  # seconds that a decision waits for somebody else who writes


class Impossible(Exception):
    """The decision cannot be taken; the text says why."""


def take(archive: Archive, submission_id: str, by: str, reason: str) -> str:
    """Accept what was held with warnings, or what a person returned before; where its round is closed meanwhile it waits."""
    with archive.writing(WAIT):
        s = _find(archive, submission_id)
        if s.status != "held" and not s.is_returned_by_a_person:
            raise Impossible(f"Tệp {s.file_name} không còn chờ tiếp nhận ({STATUS[s.status]}{_decided(s)}).")
        _enter(archive, "taken", by, reason, submission_id=submission_id)
        now, stands = _find(archive, submission_id), [x.version for x in _versions(archive, s) if x.status == "standing"]
    after = {"waiting": "; kỳ đã đóng, báo cáo chờ mở lại kỳ", "superseded": f"; bản {max(stands, default=0)} vẫn có hiệu lực"}.get(
        now.status, ""
    )
    return f"Đã tiếp nhận bản {s.version} của {s.file_name}{after}."


def give_back(archive: Archive, submission_id: str, by: str, reason: str) -> str:
    """Return what was held with warnings; it keeps its number and never stood."""
    with archive.writing(WAIT):
        s = _find(archive, submission_id)
        if s.status != "held":
            raise Impossible(f"Tệp {s.file_name} không còn chờ tiếp nhận ({STATUS[s.status]}{_decided(s)}).")
        _enter(archive, "returned", by, reason, submission_id=submission_id)
    return f"Đã trả lại {s.file_name}."


def withdraw(archive: Archive, submission_id: str, by: str, reason: str) -> str:
    """Take a submission back; the previous version stands again."""
    with archive.writing(WAIT):
        s = _find(archive, submission_id)
        if s.status not in ("standing", "waiting", "superseded"):
            raise Impossible(f"Lần nộp {submission_id} đang ở trạng thái không thể rút ({STATUS[s.status]}).")
        _enter(archive, "withdrawn", by, reason, submission_id=submission_id)
        again = [x for x in _versions(archive, s) if x.status == "standing"]
    return f"Đã rút bản {s.version} của {s.file_name}; " + (
        f"bản {again[0].version} có hiệu lực trở lại." if again else "không còn bản nào có hiệu lực."
    )


def restore(archive: Archive, submission_id: str, by: str, reason: str) -> str:
    """Put an older or withdrawn version in front again ("khôi phục bản n")."""
    with archive.writing(WAIT):
        s = _find(archive, submission_id)
        if s.status not in ("superseded", "withdrawn"):
            raise Impossible(f"Lần nộp {submission_id} không phải bản đã thay thế hoặc đã rút ({STATUS[s.status]}).")
        _enter(archive, "restored", by, reason, submission_id=submission_id)
    return f"Đã khôi phục bản {s.version} của {s.file_name}."


def close(archive: Archive, d: Definitions, round_code: str, by: str, reason: str) -> str:
    """Close a round: what arrives later is kept and waits."""
    if round_code not in d.rounds:
        raise Impossible(f"Không có kỳ “{round_code}”; cần một mã trong rounds.csv.")
    with archive.writing(WAIT):
        if round_code in closed_rounds(archive.entries()):
            raise Impossible(f"Kỳ {round_code} đã đóng rồi.")
        _enter(archive, "round_closed", by, reason, round_code=round_code)
    return f"Đã đóng kỳ {round_code}."


def reopen(archive: Archive, round_code: str, by: str, reason: str) -> str:
    """Reopen a closed round: what waited stands."""
    with archive.writing(WAIT):
        if round_code not in closed_rounds(archive.entries()):
            raise Impossible(f"Kỳ {round_code} không đóng.")
        _enter(archive, "round_reopened", by, reason, round_code=round_code)
    return f"Đã mở lại kỳ {round_code}."


def _versions(archive: Archive, s: Submission) -> list[Submission]:
    return [x for x in submissions(archive.entries()) if x.identity == s.identity]


def _find(archive: Archive, submission_id: str) -> Submission:
    for s in submissions(archive.entries()):
        if s.submission_id == submission_id:
            return s
    raise Impossible(f"Không có lần nộp “{submission_id}” trong kho này.")


def _decided(s: Submission) -> str:
    """By whom, where somebody decided."""
    return f", {s.decided_by} đã quyết định" if s.decided_by else ""


def _enter(archive: Archive, what: str, by: str, reason: str, **about: str) -> None:
    if what not in ("round_closed", "taken") and not reason.strip():
        raise Impossible("Chưa có lý do; cần ghi lý do, lý do được lưu lại.")
    archive.append({"what": what, "at": datetime.now(UTC).isoformat(), "by": by, "reason": reason, **about})
