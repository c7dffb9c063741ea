"""The door for what people enter: writes an entry under the officer's name, files it, and builds the store that shows it.

A page calls these inside the run of a button. After a write the page runs again, on the new store; when somebody else was faster
nothing is written and what was typed stays on screen.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import streamlit as st

from data import publish as publishing
from data.home import home
from data.intake.archive import Archive
from data.intake.archive.files import Busy
from data.registry import Body, Changed, Entry, NotEntered, Registry, Unreachable, opened
from data.store import frozen as freezing
from pages.parts import ask, changes, formats, links, viewer

NAME_FIRST = "Cần nêu tên người nhập (ô “Tên người xem” ở thanh bên) trước khi nhập; tên được lưu cùng mỗi thay đổi."
UNREACHABLE = "Không mở được sổ nhập liệu; chưa lưu gì. Báo người quản trị, rồi thử lại: những gì đã gõ vẫn còn trên trang."
FROZEN = "Đang xem bản chốt, chỉ để đọc; muốn nhập, mở “Xem số liệu hiện hành” ở thanh bên."
PATIENCE = 60  # seconds for which a page waits for another writer
_SAID = "entered_said"


def officer() -> str | None:
    """Who enters; None while nobody has given a name."""
    name = viewer.name()
    return None if name == viewer.UNNAMED else name


def officer_or_ask(*, at_frozen: bool = False) -> str | None:
    """Who enters; without a name, one sentence asks for it. At a frozen version nobody does, unless it is about the version itself."""
    if ask.frozen() and not at_frozen:
        st.info(FROZEN)
        return None
    if (name := officer()) is None:
        st.info(NAME_FIRST)
    return name


def registry() -> Registry:
    """The registry, to read what is being changed; figures come from questions."""
    ask.door()
    return opened(home())


def add(body: Body, said: str = "Đã lưu", *, at_frozen: bool = False) -> None:
    """Enter something new. `at_frozen`: it is about the frozen version that is looked at, such as a conclusion of its meeting."""
    _write(lambda r, by: r.add(body, by), said, at_frozen=at_frozen)


def change(entry: Entry, body: Body, reason: str = "", said: str = "Đã lưu thay đổi", *, at_frozen: bool = False) -> None:
    """Change what was looked at as `entry`."""
    _write(lambda r, by: r.change(entry.entry_id, body, by, seen=entry.version, reason=reason), said, at_frozen=at_frozen)


def withdraw(entry: Entry, reason: str, *, at_frozen: bool = False) -> None:
    """Take an entry back, with a reason; it stays in the log."""
    done = "Đã rút, còn trong nhật ký"
    _write(lambda r, by: r.withdraw(entry.entry_id, by, seen=entry.version, reason=reason), done, at_frozen=at_frozen)


def bring_back(entry: Entry, reason: str, *, at_frozen: bool = False) -> None:
    """Let a withdrawn entry hold again, with a reason."""
    back = "Đã khôi phục"
    _write(lambda r, by: r.bring_back(entry.entry_id, by, seen=entry.version, reason=reason), back, at_frozen=at_frozen)


def freeze(name: str, plan_year: int, on: date) -> None:
    """Keep the figures in force under a name; `on` is the cut-off of the meeting. What stands in the way is said in one sentence."""
    if (by := officer_or_ask()) is None:
        return
    try:
        with st.spinner("Đang chốt số liệu…"):
            made = freezing.freeze(home(), name, by, plan_year, on, wait_seconds=PATIENCE)
    except (freezing.NotFrozen, Busy) as problem:
        st.error(formats.plain(f"Chưa chốt: {problem}"))
        return
    done(f"Đã chốt “{formats.plain(made.name)}”: {made.submission_count} lần nộp có hiệu lực, mã {made.digest[:12]}.")


def keep(name: str, content: bytes) -> tuple[str, str]:
    """Keep an uploaded file in the archive; gives its hash and its ending, which an entry then names."""
    ask.door()
    archive, suffix = Archive(home()), Path(name).suffix.lower()[:10]
    arriving = archive.root / "files" / f".uploaded{suffix}"
    try:
        with archive.writing(PATIENCE):
            arriving.parent.mkdir(parents=True, exist_ok=True)
            arriving.write_bytes(content)
            sha = archive.keep_file(arriving)
            arriving.unlink()
    except Busy as problem:
        st.error(f"Chưa lưu gì: {problem}")
        st.stop()
    return sha, suffix


def kept_file(sha: str, suffix: str) -> bytes:
    """What was kept under a hash. Raises FileNotFoundError."""
    ask.door()
    return Archive(home()).file(sha, suffix).read_bytes()


def publish(said: str = "") -> None:
    """File what was entered and build; the page runs again on the new store. What goes wrong is said in one sentence."""
    try:
        with st.spinner("Đang cập nhật số liệu…"):
            _, unfiled = publishing.publish(home(), officer() or "", wait_seconds=PATIENCE)
    except (publishing.BuildError, Busy) as problem:
        st.error(f"Đã lưu, nhưng chưa cập nhật được số liệu: {problem}")
        return
    links.replaced_by_me()
    done(unfiled or said)


def done(said: str) -> None:
    """Run the page again, which says what was done."""
    st.session_state[_SAID] = said
    st.rerun()


def said() -> None:
    """Say what the run before has done, until the next click; drawn by the frame."""
    if told := st.session_state.pop(_SAID, ""):
        st.success(told)


def _write(write: Callable[[Registry, str], Entry], said: str, *, at_frozen: bool) -> None:
    if written(write, at_frozen=at_frozen):
        publish(said)


def written(write: Callable[[Registry, str], Entry], *, at_frozen: bool = False) -> Entry | None:
    """Write under the officer's name, and nothing more; None after a sentence on why nothing was written."""
    if (by := officer_or_ask(at_frozen=at_frozen)) is None:
        return None
    try:
        return write(registry(), by)
    except Changed as problem:
        st.error(_overtaken(problem.latest))
    except NotEntered as problem:
        st.error(str(problem))
    except Unreachable:
        st.error(UNREACHABLE)
    return None


def _overtaken(latest: Entry) -> str:
    """Somebody else was faster: who, when, and what stands now."""
    did = "rút" if latest.is_withdrawn else "sửa"
    return (
        f"Chưa lưu: {formats.plain(latest.by)} vừa {did} mục này lúc {formats.moment(latest.at)} (bản {latest.version}). "
        f"Nội dung hiện nay: {changes.holds(latest.body.model_dump(mode='json'))} Những gì bạn gõ vẫn còn trên trang."
    )
