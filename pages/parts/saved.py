"""Saved questions on the page that asks them: save, list, open, send, change, review, take back; for the pivot and for SQL.

`luu=‹id›.‹version›` in the address says which is open; without a version the newest. A pivot is its whole address, so opening one is
following a link; a statement is read by its page from what `opened` gives.
"""

from collections.abc import Collection

import streamlit as st

from pages.parts import ask, formats, links, own, papers, paths, saving, stage, tell
from pages.parts.tell import saved as kept
from pages.parts.tell.saved import KEY, Saved, What, history, remember
from queries.defined import DIMENSIONS, MEASURES

__all__ = ["KEY", "Saved", "history", "missing", "opened", "panel", "remember"]
WORDS = {"pivot": "Bảng xoay đã lưu", "sql": "Truy vấn đã lưu"}
UNKNOWN = "Liên kết nêu một câu hỏi đã lưu không có ở đây."
PASSING = (KEY, links.STAGE, links.BACK, links.AGAIN)  # in an address, but no part of the view
MOST = 20  # so many are listed; beyond, a field finds the others
_SENT, _OPEN = "luu-chuyen", "luu-dang-mo"


def opened(what: What) -> Saved | None:
    """The saved question that the address names, with its state on screen; call it before the page draws its own choices.

    A pivot named without its own choices is opened at its whole address.
    """
    code = own.told(KEY)
    sent, _ = st.session_state.pop(_SENT, None), st.session_state.pop(_OPEN, None)
    if not code:
        return None
    try:
        one = kept.found(what, code)
    except tell.Unreachable:
        st.error(tell.UNREACHABLE)
        return None
    if one is None:
        st.info(UNKNOWN)
        return None
    if what == "pivot" and own.is_told_anew(KEY, alone=True) and sent != one.code:
        st.session_state[_SENT] = one.code
        st.query_params.from_dict(one.content | {KEY: one.code})
        st.rerun()
    own.say({KEY: one.code})
    _head(one)
    st.session_state[_OPEN] = one, st.container()  # for what the panel has to say up here
    return one


def panel(what: What, content: dict[str, str], used: Collection[str]) -> None:
    """Everything that can be done with saved questions. `content` is what is on screen: `links.written()` of a pivot, or the statement
    under "sql" and its parameters under their names; `used` what it needs (codes of measures and dimensions, "mart.money.planned_vnd").
    """
    if stage.is_on():
        return
    if what == "pivot":
        content = {key: value for key, value in content.items() if key not in PASSING}
    one, place = st.session_state.pop(_OPEN, (None, None))
    is_changed = one is not None and (_view(what, content) != _view(what, one.content) or _needs(what, used) != _needs(what, one.used))
    if one and is_changed:
        with place:
            _say_changed(one)
    with st.container(key=f"khong-in-luu-{what}"):
        body = st.expander(
            WORDS[what], expanded=one is not None, key=f"luu-mo-{what}-{one.code if one else ''}", on_change="rerun"
        )  # a closed one asks nothing
    if not body.open:
        return
    with body:
        try:
            if one:
                st.markdown(":small[Liên kết để gửi, mở đúng bản này:]")
                st.code(paths.to_copy({KEY: one.code}, _address(one)), language=None, wrap_lines=True)
                saving.acts(one, content, used, is_changed=is_changed)
            saving.new(what, content, used)
            _list(kept.listed(what), one)
        except tell.Unreachable:
            st.error(tell.UNREACHABLE)


def missing(used: Collection[str]) -> list[str]:
    """What of this is not there any more: names of measures and dimensions, tables and columns, as `used` calls them."""
    there = {code for code, measure in MEASURES.items() if measure.key} | DIMENSIONS.keys()
    for table in ask.documented():
        there |= {f"mart.{table.name}", *(f"mart.{table.name}.{column.name}" for column in table.columns)}
    words = used if isinstance(used, dict) else {}
    return [words.get(name, name) for name in used if name not in there]


def _head(one: Saved) -> None:
    """What is open, in one line, and what is no longer as it was."""
    st.markdown(f"**{formats.plain(one.name)}**" + ("" if one.is_withdrawn else f" :small[{_told(one)}]"))
    if one.note:
        st.markdown(f":small[{formats.plain(one.note)}]")
    if one.is_withdrawn:
        st.warning(f"Đã rút: {formats.plain(one.by)}, {formats.moment(one.at)}; lý do: {formats.plain(one.reason)}.")
    elif one.version < one.newest:
        st.info(f"Đang xem bản {one.version}; đã có bản {one.newest}.")
        _link(one, f"Mở bản {one.newest}", one.id)
    if gone := missing(one.used):
        st.warning(_gone(gone))


def _say_changed(one: Saved) -> None:
    """In the head, which is drawn before the page knows its choices: what was saved, and maybe reviewed, is not what is on screen."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(":small[Trên trang đã khác bản đã lưu" + (" và soát" if one.is_reviewed else "") + ".]", width="content")
        _link(one, "Mở lại bản đã lưu", one.code)


def _gone(gone: list[str]) -> str:
    return f"Không còn trong số liệu: {formats.plain(', '.join(gone))}. Phần còn lại vẫn xem được."


def _told(one: Saved) -> str:
    version = f"bản {one.version}, " if one.version > 1 else ""
    return f"{version}{formats.plain(one.by)} lưu lúc {formats.moment(one.at)} · {_review(one)}"


def _review(one: Saved) -> str:
    if one.review is None:
        return "chưa soát"
    told = f"{formats.plain(one.review.by)}, {formats.moment(one.review.at)}"
    return f"đã soát ({told})" if one.is_reviewed else f"đã sửa sau khi soát bản {one.review.version} ({told})"


def _list(every: list[Saved], open_: Saved | None) -> None:
    """A link each, one's own first; the one that is open stands above."""
    wanted = st.text_input("Tìm theo tên, người lưu", key="luu-tim") if len(every) > MOST else ""
    found = [one for one in every if papers.slug(wanted) in papers.slug(f"{one.name} {one.by} {one.note}")]
    for one in found[:MOST]:
        if open_ and one.id == open_.id:
            continue
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _link(one, one.name, one.code)
            gone = f" · {_gone(gone)}" if (gone := missing(one.used)) else ""
            st.markdown(f":small[{_told(one)}{gone}]", width="content")
    if len(found) > MOST:
        st.write(f"Còn {len(found) - MOST} câu hỏi nữa; gõ chữ cần tìm.")
    elif not found:
        st.write("Chưa lưu câu hỏi nào." if not every else "Không có câu hỏi nào đúng chữ cần tìm.")


def _link(one: Saved, label: str, code: str) -> None:
    """To the same view: a pivot at its own year and cut-off, a statement under the filters on screen."""
    paths.again(label, {KEY: code}, _address(one) if code == one.code else None)


def _address(one: Saved) -> dict[str, str] | None:
    return one.content if one.what == "pivot" else None


def _view(what: What, content: dict[str, str]) -> dict[str, str]:
    """What is asked, whichever figures it was last asked of."""
    if what == "sql":
        return {key: value.strip() for key, value in content.items()}
    return {key: value for key, value in content.items() if key not in (links.VERSION, links.NATURE)}


def _needs(what: What, used: Collection[str]) -> frozenset[str]:
    """What a view is of: its address leaves out what is chosen for whoever chooses nothing, and that may be another thing one day."""
    return frozenset(used) if what == "pivot" else frozenset()
