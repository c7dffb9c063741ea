"""Entering what a meeting concluded, at the frozen version it looked at, and how far its tasks got, there and on the figures in force.

While somebody changes a conclusion, the version they looked at is kept: what another officer changed meanwhile is shown, not written over.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st
from pydantic import ValidationError
from streamlit.delta_generator import DeltaGenerator

from data.registry import Body, Entry
from data.registry.kinds.meetings import Conclusion, Progress
from pages.parts import changes, formats, pickers, tell
from pages.parts.tell import meetings_form as form
from pages.parts.tell.meetings_form import Fields, Lists

NEW, PROGRESS, CHANGE = "Ghi kết luận", "Cập nhật tình hình", "Sửa, rút kết luận"
NEEDED = {"task": "việc cần làm", "due_on": "thời hạn", "concluded_on": "ngày họp", "conclusion_id": "việc đã giao", "told_on": "ngày"}
_DRAFT, _SEEN = "ket-luan-nhap", "ket-luan-da-xem"


class Meeting(NamedTuple):
    """The meeting whose conclusions are written: the frozen version it looked at, and the day of it."""

    code: str
    name: str
    on: date


def lists(now: date, tasks: pd.DataFrame, units: pd.DataFrame, components: pd.DataFrame, pages: dict[str, str]) -> Lists:
    """What the forms offer: tasks as they stand today, the units of the meeting's day; `pages` are titles by address."""
    return Lists(
        now, pickers.named(units, "unit_code", "unit_name"), {r.code: f"{r.code} · {r.short_name}" for r in components.itertuples()}, pages,
        {r.conclusion_id: f"{r.held_by_name} · {r.task[:90]} · hạn {formats.day(r.due_on)}" for r in tasks.itertuples()},
    )  # fmt: skip


def panel(lists: Lists, meeting: Meeting | None) -> None:
    """What can be entered here; without a meeting, only how far tasks got."""
    ways = [*([NEW] if meeting else []), *([PROGRESS, CHANGE] if lists.tasks else [])]
    if not ways:
        return
    what = st.segmented_control("Việc của thư ký cuộc họp", ways, key="viec-thu-ky")
    if what is None or tell.officer_or_ask(at_frozen=True) is None:
        return
    try:
        if what == NEW and meeting:
            _enter(lists, meeting)
        elif what == PROGRESS:
            _progress(lists)
        elif what == CHANGE:
            _change(lists)
    except tell.Unreachable:
        st.error(tell.UNREACHABLE)


def _enter(lists: Lists, meeting: Meeting) -> None:
    place = st.empty()
    with place.container():
        typed = form.conclusion(f"{_DRAFT}-{_draft(NEW)}", lists, meeting.on, None)
    if typed is not None and (body := _taken(Conclusion, typed | {"meeting_code": meeting.code, "meeting_name": meeting.name})):
        _add(NEW, body, "Đã lưu kết luận", place)


def _progress(lists: Lists) -> None:
    place = st.empty()
    with place.container():
        typed = form.progress(f"{_DRAFT}-tinh-hinh-{_draft(PROGRESS)}", lists)
    if typed is None or (body := _taken(Progress, typed)) is None:
        return
    given = tell.registry().get(str(typed["conclusion_id"])).body
    if typed["told_on"] > lists.now:
        st.error(f"Chưa lưu: ngày {formats.day(typed['told_on'])} sau hôm nay, {formats.day(lists.now)}.")
    elif isinstance(given, Conclusion) and typed["told_on"] < given.concluded_on:
        st.error(f"Chưa lưu: việc này giao ngày {formats.day(given.concluded_on)}, sau ngày đã nhập.")
    else:
        _add(PROGRESS, body, "Đã lưu tình hình", place)


def _change(lists: Lists) -> None:
    picked = st.selectbox(
        "Kết luận", list(lists.tasks), index=None, format_func=lists.tasks.__getitem__, key="sua-ket-luan", placeholder="Chọn kết luận"
    )
    if picked is None:
        return
    newest = tell.registry().get(picked)
    seen: Entry = st.session_state.setdefault(_SEEN, {}).setdefault(picked, newest)
    if newest.version != seen.version:
        _overtaken(picked, seen, newest)
    key = f"sua-{picked}-{seen.version}"
    typed = form.conclusion(key, lists, lists.now, seen)
    reason, now = st.columns([4, 1], vertical_alignment="bottom")
    why = reason.text_input("Lý do rút", key=f"{key}-rut", max_chars=500)
    if now.button("Rút kết luận", key=f"{key}-rut-ngay", width="stretch"):
        _written(picked, lambda: tell.withdraw(seen, why, at_frozen=True))
    if typed is None:
        return
    told = typed.pop("reason")
    body = _taken(Conclusion, seen.body.model_dump() | typed)
    if body == seen.body:
        st.info("Không có gì thay đổi.")
    elif body is not None:
        _written(picked, lambda: tell.change(seen, body, told, at_frozen=True))


def _written(picked: str, write: Callable[[], None]) -> None:
    """After it is written the form opens on what was saved; when it is not, what was typed stays."""
    seen = st.session_state[_SEEN].pop(picked)
    write()
    st.session_state[_SEEN][picked] = seen


def _overtaken(picked: str, seen: Entry, newest: Entry) -> None:
    held = changes.between(seen.body.model_dump(mode="json"), newest.body.model_dump(mode="json"))
    did = "rút" if newest.is_withdrawn else "sửa"
    st.warning(f"{formats.plain(newest.by)} đã {did} lúc {formats.moment(newest.at)}, sau khi bạn mở mục này. {held}")
    if st.button("Mở bản mới", key=f"mo-ban-moi-{picked}"):
        st.session_state[_SEEN][picked] = newest
        st.rerun()


def _taken(kind: type[Body], typed: Fields) -> Body | None:
    """The entry, or one sentence on what is still amiss."""
    if missing := [name for field, name in NEEDED.items() if field in typed and not typed[field]]:
        st.error(f"Chưa lưu: cần điền {', '.join(missing)}.")
        return None
    try:
        return kind.model_validate(typed)
    except ValidationError as problem:
        st.error(f"Chưa lưu: {(problem.errors()[0].get('ctx') or {}).get('error', 'nội dung chưa đúng')}.")
        return None


def _draft(what: str) -> int:
    return int(st.session_state.setdefault(f"{_DRAFT}-{what}", 0))


def _add(what: str, body: Body, said: str, place: DeltaGenerator) -> None:
    """Write it; meanwhile the form is away, with what was said of it before: what is typed into it while the store is built is lost."""
    place.empty()
    st.empty()
    st.session_state[f"{_DRAFT}-{what}"] += 1  # an empty form next time
    tell.add(body, said, at_frozen=True)
    st.session_state[f"{_DRAFT}-{what}"] -= 1  # not written: what was typed stays
    st.button("Mở lại phiếu đang nhập", key=f"mo-lai-{what}")
