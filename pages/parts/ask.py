"""The door for reading: puts the viewer's scope into every question, and remembers answers by question, store version, scope and filters.

The frame opens the door (`opened`) around the page; a page that runs without the frame finds it shut and shows no data.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from data.home import home
from data.store.reading import Scope, Store, current_version, open_store

SHUT = "Trang này chỉ xem được trong khung của bảng điều khiển. Hãy mở lại từ trang đầu."

Question = Callable[..., pd.DataFrame]


class Door(NamedTuple):
    """One store and one scope for the length of one run, so that no page mixes two versions of the figures."""

    store: Store
    scope: Scope


_door: ContextVar[Door | None] = ContextVar("door", default=None)


def store_in_force() -> Store | None:
    """The store that readers see now, or None where none was built yet."""
    place = home()
    name = current_version(place)
    return None if name is None else _open(str(place), name)


@st.cache_resource(max_entries=2, show_spinner=False)  # the one in force, and the one before for runs under way; a third drops the oldest
def _open(place: str, name: str) -> Store:
    return open_store(Path(place), name)


@contextmanager
def opened(store: Store, scope: Scope) -> Iterator[None]:
    """Let what runs inside ask, within a scope; shut again afterwards, whatever happens in it."""
    token = _door.set(Door(store, scope))
    try:
        yield
    finally:
        _door.reset(token)


def door() -> Door:
    """The open door of this run; without one, say so and stop the page."""
    opened = _door.get()
    if opened is None:
        st.error(SHUT)
        st.stop()
    return opened


def ask(question: Question, **filters: Any) -> pd.DataFrame:
    """Answer one question for this run's viewer."""
    store, scope = door()
    name = f"{question.__module__}.{question.__qualname__}"
    return _answer(name, store.version, scope.units, scope.benchmarks, filters, store, question)


@st.cache_data(max_entries=2_000, show_spinner=False)
def _answer(
    name: str, version: str, units: tuple[str, ...], benchmarks: bool, filters: dict[str, Any], _store: Store, _question: Question
) -> pd.DataFrame:
    return _question(_store, Scope(units=units, benchmarks=benchmarks), **filters)
