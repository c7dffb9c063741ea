"""Who is looking, and how far they may see: the gate that the frame sets before everything else.

Until there is sign-in, the mode is local: one person at their own machine, who may see every unit.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from data.home import home
from data.store.frozen import Altered
from data.store.reading import Damaged, Scope, Store, has_archive
from pages.parts import links
from pages.parts.ask import freezes, frozen_store, opened, store_in_force
from queries import about

UNNAMED = "chưa nêu tên"
NO_STORE = (
    "Chưa có số liệu. Chạy `python -m data receive ĐƯỜNG_DẪN` để tiếp nhận báo cáo, "
    "hoặc `python -m data sample` để xem thử với số liệu minh họa."
)
NOT_BUILT = "Đã nhận báo cáo nhưng không thấy kho số liệu. Chạy `python -m data build` để dựng lại; không có báo cáo nào bị mất."
FAILED = "Trang gặp lỗi chưa lường trước, số liệu không bị ảnh hưởng. Tải lại trang; nếu còn lỗi, báo người quản trị kèm địa chỉ trang này."
DAMAGED = "Kho số liệu bị hỏng, không đọc được. Chạy `python -m data build` để dựng lại từ kho lưu trữ; không có báo cáo nào bị mất."
NO_SUCH_FREEZE = "Liên kết nêu một bản chốt không có ở đây. Các bản chốt được liệt kê ở trang Cuộc họp của số liệu hiện hành."

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Viewer:
    name: str
    role: str
    scope: Scope


@contextmanager
def admitted() -> Iterator[Viewer]:
    """Open the store in force for this run's viewer. With no store there is nothing to see: one sentence, and the run stops."""
    try:
        code = links.frozen_asked()
        at = next((one for one in freezes() if one.code == code), None) if code else None
        if code and at is None:
            _stop(NO_SUCH_FREEZE)
        store = frozen_store(at) if at else store_in_force()
        if store is None:
            st.info(NOT_BUILT if has_archive(home()) else NO_STORE)
            st.stop()
        viewer = recognise(store)
        with opened(store, viewer.scope, at):
            yield viewer
    except Altered as problem:
        _stop(str(problem))
    except Damaged:
        _stop(DAMAGED)
    except Exception:  # noqa: BLE001  whatever a page did not foresee: in Vietnamese on screen, in full in the server's log
        _LOG.exception("a page failed")
        _stop(FAILED)


def _stop(sentence: str) -> NoReturn:
    st.error(sentence)
    if links.frozen_asked():
        st.markdown("[Xem số liệu hiện hành](/)")
    st.stop()


def recognise(store: Store) -> Viewer:
    """The viewer of this run. The name comes from DASHBOARD_OPERATOR, or is asked for once in the side bar; the scope is every unit."""
    nobody = Scope(units=(), benchmarks=False)
    units = tuple(about.units(store, nobody)["unit_code"])
    return Viewer(name=name(), role="local", scope=Scope(units=units, benchmarks=True))


def name() -> str:
    """The name of whoever looks; UNNAMED while nobody has given one."""
    return _operator() or st.session_state.get("viewer_name", UNNAMED)


def ask_name() -> None:
    """Ask once who is looking, where nothing else says it. Does not stand in the way of reading."""
    if not _operator():
        st.session_state.setdefault("ten-nguoi-xem", st.session_state.get("viewer_name", "").removeprefix(UNNAMED))
        named = st.text_input("Tên người xem", key="ten-nguoi-xem", placeholder=UNNAMED, max_chars=80)
        st.session_state["viewer_name"] = named.strip() or UNNAMED


def _operator() -> str:
    return os.environ.get("DASHBOARD_OPERATOR", "").strip()
