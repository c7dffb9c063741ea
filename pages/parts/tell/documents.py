"""Entering documents: a new one, a change on top of what was looked at, taking one back and bringing it back.

While somebody edits, the version they looked at is kept: what another officer changed meanwhile is shown, never written over.
"""

from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st

from data.registry import Entry
from data.registry.kinds.documents import Document
from pages.parts import changes, filters, formats, tell
from pages.parts.tell.document_form import Choices, filled_in

NEW, CHANGE, BACK = "Nhập văn bản mới", "Sửa, rút văn bản", "Khôi phục văn bản đã rút"
_EDITED, _LISTED, _DRAFT = "van-ban-dang-sua", "van-ban-de-sua", "van-ban-moi"


class Edited(NamedTuple):
    """A document being changed: as the form was first drawn, and the version that the officer has seen."""

    first: Entry
    seen: Entry


def panel(chosen: filters.Chosen, units: pd.DataFrame, components: pd.DataFrame, required: pd.DataFrame) -> None:
    """What can be entered here; `required` is what is required of every unit in the year."""
    choices = Choices(chosen.plan_year, chosen.unit, units, components, required)
    what = st.segmented_control("Cập nhật danh mục văn bản", [NEW, CHANGE, BACK], key="viec-van-ban")
    if what is None or tell.officer_or_ask() is None:
        return
    try:
        if what == NEW:
            _enter(choices)
        elif what == CHANGE:
            _change(chosen, choices)
        else:
            _bring_back(chosen)
    except tell.Unreachable:
        st.error(tell.UNREACHABLE)


def _enter(choices: Choices) -> None:
    draft = st.session_state.setdefault(_DRAFT, 0)
    body = filled_in(f"{_DRAFT}-{draft}", choices)
    if body is None:
        return
    if twin := next((e for e in tell.registry().current("document") if _key(e.body) == _key(body)), None):
        st.error(f"Chưa lưu: văn bản {formats.plain(body.number)} của đơn vị này đã do {formats.plain(twin.by)} nhập; mở mục “{CHANGE}”.")
        return
    st.session_state[_DRAFT] += 1  # an empty form next time
    tell.add(body, f"Đã lưu văn bản {formats.plain(body.number)}")
    st.session_state[_DRAFT] -= 1  # not written: what was typed stays


def _key(body: Document) -> tuple[str, str, date]:
    return body.unit_code, body.number.casefold().replace(" ", ""), body.issued_on


def _change(chosen: filters.Chosen, choices: Choices) -> None:
    names = _names(chosen)
    if not names:
        st.write("Chưa có văn bản nào trong phạm vi đang xem.")
        return
    picked = st.selectbox("Văn bản", list(names), index=None, format_func=names.__getitem__, key="sua-van-ban", placeholder="Chọn văn bản")
    if picked is None:
        st.session_state.pop(_EDITED, None)
        return
    newest = tell.registry().get(picked)
    edited: Edited | None = st.session_state.get(_EDITED)
    if edited is None or edited.seen.entry_id != picked:
        edited = st.session_state[_EDITED] = Edited(newest, newest)
    if newest.version != edited.seen.version:
        _overtaken(edited, newest)
    key = f"sua-{picked}-{edited.first.version}"
    body = filled_in(key, choices, edited.first.body, edited.seen.body)
    if body is not None and body == edited.seen.body:
        st.info("Không có gì thay đổi.")
        return
    reason, now = st.columns([4, 1], vertical_alignment="bottom")
    why = reason.text_input("Lý do rút", key=f"{key}-rut", max_chars=500)
    is_withdrawn = now.button("Rút văn bản", key=f"{key}-rut-ngay", width="stretch")
    if body is not None or is_withdrawn:
        del st.session_state[_EDITED]
        if is_withdrawn:
            tell.withdraw(edited.seen, why)
        else:
            tell.change(edited.seen, body, st.session_state[f"{key}-ly-do"])
        st.session_state[_EDITED] = edited  # not written: what was typed stays


def _names(chosen: filters.Chosen) -> dict[str, str]:
    """What can be changed. The same as long as one is being changed: a list that changes makes the browser drop what was picked."""
    scope = (chosen.plan_year, chosen.unit)
    listed_for, names = st.session_state.get(_LISTED, (None, {}))
    if _EDITED not in st.session_state or listed_for != scope:
        st.session_state.pop(_EDITED, None)
        names = {e.entry_id: _named(e.body) for e in tell.registry().current("document") if _is_of(e.body, chosen)}
        st.session_state[_LISTED] = (scope, names)
    return names


def _overtaken(edited: Edited, newest: Entry) -> None:
    """Say what another officer changed meanwhile, and let the officer say how to go on; until then nothing can be saved."""
    what = changes.between(edited.seen.body.model_dump(mode="json"), newest.body.model_dump(mode="json"))
    st.warning(
        f"{formats.plain(newest.by)} đã {'rút' if newest.is_withdrawn else 'sửa'} văn bản này lúc {formats.moment(newest.at)} "
        f"(bản {newest.version}), sau khi bạn mở bản {edited.seen.version}. {what}"
    )
    keep, drop = st.columns(2)
    if keep.button("Đã xem; giữ phần tôi đang sửa", key="giu-ban-go", width="stretch"):
        st.session_state[_EDITED] = Edited(edited.first, newest)
        st.rerun()
    if drop.button("Bỏ phần tôi đang sửa, mở bản mới", key="bo-ban-go", width="stretch"):
        st.session_state[_EDITED] = Edited(newest, newest)
        st.rerun()


def _bring_back(chosen: filters.Chosen) -> None:
    found = {e.entry_id: e for e in tell.registry().current("document", withdrawn=True) if e.is_withdrawn and _is_of(e.body, chosen)}
    if not found:
        st.write("Không có văn bản nào đã rút trong phạm vi đang xem.")
        return
    picked = st.selectbox("Văn bản đã rút", list(found), format_func=lambda i: f"{_named(found[i].body)}: {found[i].reason}")
    reason = st.text_input("Lý do khôi phục", key=f"khoi-phuc-{picked}", max_chars=500)
    if st.button("Khôi phục"):
        tell.bring_back(found[picked], reason)


def _is_of(body: Document, chosen: filters.Chosen) -> bool:
    return body.plan_year == chosen.plan_year and chosen.unit in (None, body.unit_code)


def _named(body: Document) -> str:
    return f"{body.number} · {formats.day(body.issued_on)} · {body.unit_code} · {body.summary[:80]}"
