"""The statement in the editor: where it came from, and what was there before it. Nothing replaces what somebody typed without a way back.

`mau=` in the address is the example that was opened; the text itself never stands there. It stays for the session, also on other pages.
"""

from typing import Any

import streamlit as st

from pages.parts import own
from pages.parts.free.given import FOLLOWING
from pages.parts.saved import KEY as SAVED
from pages.parts.saved import Saved
from queries.examples import Example, examples

KEY, EXAMPLE = "cau-lenh", "mau"
FIRST = "giai-ngan-theo-don-vi"
_PUT, _BEFORE, _GIVEN, _OPENED, _TURN = "sql_put", "sql_before", "sql_given", "sql_opened", "sql_turn"


def opened(saved: Saved | None) -> Example | None:
    """Put into the editor what the address newly names, before the editor is drawn; on a first visit one as a beginning."""
    code = own.told(EXAMPLE)
    example = examples().get(code or "")
    if code and example is None:
        st.info("Liên kết nêu một mẫu không có ở đây; chọn mẫu khác ở danh sách.")
    names = (saved.code if saved else None, example.code if example else None)
    if any(names) and (names != st.session_state.get(_OPENED) or own.is_told_anew(SAVED)):
        _put_saved(saved) if saved else put(example.sql if example else "")
    st.session_state[_OPENED] = names
    if KEY not in st.session_state:
        put(examples()[FIRST].sql)
    return example


def _put_saved(saved: Saved) -> None:
    put(saved.content.get("sql", ""), {name[1:]: value for name, value in saved.content.items() if name.startswith("$")})


def put(sql: str, given: dict[str, str] | None = None) -> None:
    """Put a statement into the editor, and values of its parameters; what was typed there before can be taken back."""
    now = st.session_state.get(KEY, "")
    if now.strip() and now not in (sql, st.session_state.get(_PUT)):
        st.session_state[_BEFORE] = now
    st.session_state.update({KEY: sql, _PUT: sql, _TURN: turn() + 1})
    st.session_state[_GIVEN] = {name: value for name, value in (given or {}).items() if name not in FOLLOWING}


def is_still(sql: str) -> bool:
    """Whether the editor holds this statement."""
    return st.session_state[KEY].strip() == sql.strip()


def given() -> dict[str, Any]:
    """The values that came with the statement, by the name of the parameter, as they are written."""
    return st.session_state.get(_GIVEN, {})


def turn() -> int:
    """How many statements were put into the editor: widgets of the parameters are those of one statement."""
    return st.session_state.get(_TURN, 0)


def open_example(code: str) -> None:
    """From a button: the example, also where it is open and was changed since."""
    _from_address({EXAMPLE: code, SAVED: ""})


def recall(sql: str, given: dict[str, str]) -> None:
    """From a button: a statement of the history with its values."""
    _from_address({EXAMPLE: "", SAVED: ""})
    put(sql, given)


def undo() -> None:
    """From a button: what stood in the editor before; what stands there now can be taken back in turn."""
    before, st.session_state[_BEFORE] = st.session_state[_BEFORE], st.session_state[KEY]
    _from_address({EXAMPLE: "", SAVED: ""})
    st.session_state.update({KEY: before, _PUT: before, _TURN: turn() + 1, _GIVEN: {}})


def way_back() -> None:
    """The button that takes back what was replaced, where something was."""
    before = st.session_state.get(_BEFORE)
    if before and before != st.session_state[KEY]:
        first = next((line.strip() for line in before.splitlines() if line.strip() and not line.startswith("--")), "")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("↶ Lấy lại câu lệnh đang soạn", key="cau-lenh-truoc", on_click=undo)
            st.text(f"Câu lệnh bạn soạn trước đó ({first[:40]}…) đã được giữ lại.")


def _from_address(values: dict[str, str]) -> None:
    own.say(values)
    st.session_state[_OPENED] = None
