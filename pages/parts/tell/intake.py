"""The receiving officers' door: uploaded workbooks go through the same intake as on the command line, decisions into the same journal.

What was examined in this session is remembered by the upload's own id: Streamlit runs the page again at every click, and no file may be
received twice because of it. A workbook with warnings waits for a person's word (figures.md 11).
"""

import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.definitions import DefinitionsError, load
from data.definitions.models import KIND_NAMES
from data.home import home
from data.intake import blanks, decide, differences, marked, receipt
from data.intake.archive import ASIDE, Archive, Submission, submissions
from data.intake.archive.files import Busy
from data.intake.decide import STATUS
from data.intake.differences import Difference
from data.intake.receive import Intake
from pages.parts import ask, tell

__all__ = ["KIND_NAMES", "STATUS", "Examined"]

WAIT = 30.0  # seconds for which an upload waits for somebody else's
_SEEN = "uploads_examined"
_LONGEST_NAME = 200
BUSY = "Có người khác đang tiếp nhận hoặc cập nhật số liệu; chưa nhận các tệp còn lại. Chờ một phút rồi bấm “Nhận tiếp”."


@dataclass(frozen=True)
class Examined:
    """What became of one uploaded file. outcome: accepted, held, refused, waiting, known. Problems as they stand in the journal."""

    name: str
    outcome: str
    note: str
    problems: list[dict[str, str]]
    submission_id: str | None


def receive(uploads: Sequence[UploadedFile]) -> list[Examined]:
    """Receive what was not received yet, then build; gives what became of every upload, in order. Stops at nothing a file holds."""
    ask.door()
    seen: dict[str, Examined] = st.session_state.setdefault(_SEEN, {})
    new = [upload for upload in uploads if upload.file_id not in seen]
    if new and (by := tell.officer_or_ask()) is not None:
        try:
            _examine(new, by, seen)
        except Busy:
            st.warning(BUSY)
            st.button("Nhận tiếp", key="nhan-tiep")
        except (DefinitionsError, OSError) as problem:
            st.error(f"Chưa nhận được tệp: {problem}")
        if any(seen[upload.file_id].outcome != "known" for upload in new if upload.file_id in seen):
            tell.publish()
    return [seen[upload.file_id] for upload in uploads if upload.file_id in seen]


def _examine(new: Sequence[UploadedFile], by: str, seen: dict[str, Examined]) -> None:
    """Each file under a plain name in a folder of its own inside the home; the journal has the name it was sent under."""
    home().mkdir(parents=True, exist_ok=True)
    bar = st.progress(0.0, "Đang kiểm tra…")
    with (
        tempfile.TemporaryDirectory(prefix=".arriving-", dir=home()) as folder,
        Intake(home(), load(), by, holds_warned=True, wait_seconds=WAIT) as intake,
    ):
        for n, upload in enumerate(new):
            name = _plain_name(upload.name)
            path = Path(folder) / f"tep{_suffix(name)}"
            path.write_bytes(upload.getbuffer())
            got = intake.receive(path, name=name)
            s, problems = got.submission, [p.as_dict() for p in got.problems]
            seen[upload.file_id] = Examined(name, got.outcome, got.note, s.problems if s else problems, s.submission_id if s else None)
            bar.progress((n + 1) / len(new), f"Đã kiểm tra {n + 1}/{len(new)} tệp")
    bar.empty()


def _plain_name(name: str) -> str:
    """The sender's name for it, without folders and without letters that cannot be seen."""
    shown = "".join(ch for ch in re.split(r"[/\\]", name)[-1] if ch.isprintable()).strip() or "khong-ten"
    stem, dot, ending = shown.rpartition(".")
    return shown if len(shown) <= _LONGEST_NAME else f"{(stem or ending)[: _LONGEST_NAME - 12]}…{dot}{ending[:10]}"


def _suffix(name: str) -> str:
    return re.sub(r"[^.A-Za-z0-9]", "", Path(name).suffix)[:10]


def catch_up(newest_entry: int) -> None:
    """Build when the journal is ahead of the store: somebody's server or browser went away between receiving and building."""
    archive = Archive(home())
    known = [n for n, entry in enumerate(archive.entries()) if entry["what"] not in ASIDE]
    if known and known[-1] > newest_entry:
        try:
            with archive.writing(0):
                pass
        except Busy:
            st.info("Có người khác đang tiếp nhận báo cáo; danh sách dưới đây sẽ đủ khi việc đó xong.")
            return
        tell.publish()


def take(submission_id: str, reason: str) -> None:
    _decide(submission_id, lambda archive, by: decide.take(archive, submission_id, by, reason))


def give_back(submission_id: str, reason: str) -> None:
    _decide(submission_id, lambda archive, by: decide.give_back(archive, submission_id, by, reason))


def withdraw(submission_id: str, reason: str) -> None:
    _decide(submission_id, lambda archive, by: decide.withdraw(archive, submission_id, by, reason))


def restore(submission_id: str, reason: str) -> None:
    _decide(submission_id, lambda archive, by: decide.restore(archive, submission_id, by, reason))


def close(round_code: str, reason: str) -> None:
    """Close a round; on the page, where one click is soon done, never without a reason."""
    if not reason.strip():
        st.error("Chưa có lý do; cần ghi lý do đóng kỳ, lý do được lưu lại.")
        return
    _decide(None, lambda archive, by: decide.close(archive, load(), round_code, by, reason))


def reopen(round_code: str, reason: str) -> None:
    _decide(None, lambda archive, by: decide.reopen(archive, round_code, by, reason))


def _decide(submission_id: str | None, decision: Callable[[Archive, str], str]) -> None:
    """Take a decision, hand out the receipt anew, build. What cannot be decided is said in one sentence."""
    ask.door()
    if (by := tell.officer_or_ask()) is None:
        return
    archive = Archive(home())
    try:
        said = decision(archive, by)
        if submission_id:
            receipt.hand_out(archive.home, _found(submission_id), load())
    except (decide.Impossible, Busy, DefinitionsError) as problem:
        st.error(str(problem))
        return
    tell.publish(said)


def receipt_of(submission_id: str) -> str:
    """The receipt to send back, as it stands now."""
    ask.door()
    return receipt.text(_found(submission_id), load())


def marked_copy(submission_id: str) -> tuple[str, Callable[[], bytes]]:
    """The marked workbook to send back: its name, and how to make it when it is asked for."""
    ask.door()
    s = _found(submission_id)
    source = Archive(home()).file(s.file_sha256, s.suffix)
    return marked.file_name(s), partial(marked.workbook, source, s, load().settings.reading)


def compared(before: str, after: str) -> list[Difference]:
    """What differs between two versions, cell by cell."""
    ask.door()
    return differences.between(Archive(home()), _found(before), _found(after))


def blank(round_code: str, rows: Mapping[str, Sequence[dict[str, Any]]]) -> tuple[str, Callable[[], bytes]]:
    """The blank workbooks of some units for a round: one as .xlsx, several as one .zip; the name, and how to make it."""
    ask.door()
    if len(rows) == 1:
        ((unit, lines),) = rows.items()
        return blanks.file_name(round_code, unit), partial(blanks.one, load(), round_code, unit, lines)
    return f"{round_code}_bieu-trong.zip", partial(blanks.every, load(), round_code, rows)


def most_megabytes() -> int:
    """The largest file that is read."""
    return load().settings.reading.max_bytes // 1_000_000


def _found(submission_id: str) -> Submission:
    return next(s for s in submissions(Archive(home()).entries()) if s.submission_id == submission_id)
