"""What an officer does with a saved question: save what is on screen under a name, change, review, take back."""

from collections.abc import Collection

import streamlit as st

from pages.parts import formats, own, tell
from pages.parts.tell import saved as kept
from pages.parts.tell.saved import KEY, Saved, What
from queries.defined import DIMENSIONS, MEASURES

_DRAFT = "luu-nhap"


def acts(one: Saved, content: dict[str, str], used: Collection[str], *, is_changed: bool) -> None:
    """What can be done with the one that is open. Who looks at an older version is told so when they save."""
    if one.is_withdrawn or tell.officer() is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if not one.is_reviewed:
            _to_review(one, is_changed=is_changed)
        with st.popover("Lưu thay đổi"):
            _change(one, content, used, is_changed=is_changed)
        with st.popover("Rút"):
            why = st.text_input("Lý do rút", key=f"luu-rut-{one.code}", max_chars=500)
            if st.button("Rút câu hỏi này", key=f"luu-rut-ngay-{one.code}") and (code := kept.withdraw(one, why)):
                _go(code, f"Đã rút “{formats.plain(one.name)}”.")


def _change(one: Saved, content: dict[str, str], used: Collection[str], *, is_changed: bool) -> None:
    note = st.text_input("Ghi chú", one.note, key=f"luu-ghi-chu-{one.code}", max_chars=kept.LONGEST_NOTE)
    if not st.button("Lưu thành bản mới", key=f"luu-sua-{one.code}"):
        return
    if not is_changed and note.strip() == one.note:
        st.info("Không có gì thay đổi.")
    elif code := kept.change(one, note, content, _words(used)):
        _go(code, f"Đã lưu bản {one.version + 1} của “{formats.plain(one.name)}”.")


def _to_review(one: Saved, *, is_changed: bool) -> None:
    if is_changed:
        return  # the head says so, and leads back to what was saved
    if not kept.may_review(one):
        st.markdown(":small[Chưa soát; người khác người lưu mới soát được.]", width="content")
    elif st.button("Đánh dấu đã soát", key=f"luu-soat-{one.code}", type="primary") and kept.review(one):
        tell.done(f"Đã soát “{formats.plain(one.name)}”, bản {one.version}.")


def new(what: What, content: dict[str, str], used: Collection[str]) -> None:
    """The form to save what is on screen under a name."""
    if tell.officer_or_ask(at_frozen=True) is None:
        return
    draft = st.session_state.setdefault(f"{_DRAFT}-{what}", 0)
    with st.form(f"{_DRAFT}-{what}-{draft}"):
        one, two, three = st.columns([3, 3, 1], vertical_alignment="bottom")
        name = one.text_input("Lưu với tên", max_chars=kept.LONGEST_NAME).strip()
        note = two.text_input("Ghi chú (nếu cần)", max_chars=kept.LONGEST_NOTE)
        if not three.form_submit_button("Lưu", width="stretch"):
            return
    if not name:
        st.error("Chưa lưu: cần đặt tên.")
    elif not any(value.strip() for value in content.values()):
        st.error("Chưa lưu: chưa có gì để lưu.")
    elif code := kept.save(what, name, note, content, _words(used)):
        st.session_state[f"{_DRAFT}-{what}"] += 1  # an empty form next time
        _go(code, f"Đã lưu “{formats.plain(name)}”.")


def _go(code: str, said: str) -> None:
    own.say({KEY: code})
    tell.done(said)


def _words(used: Collection[str]) -> dict[str, str]:
    """What each is called now, for the day it is gone."""
    called = {code: said.label for code, said in (*MEASURES.items(), *DIMENSIONS.items())}
    return {name: called.get(name, name) for name in used}
