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

from data.definitions.papers import paper
from data.home import home
from data.store import documented as documenting
from data.store import frozen as freezing
from data.store import sandbox
from data.store.frozen import Frozen
from data.store.reading import Damaged, Scope, Store, current_version, digest_of, open_store

SHUT = "Trang này chỉ xem được trong khung của bảng điều khiển. Hãy mở lại từ trang đầu."

Answer, Refused = sandbox.Answer, sandbox.Refused  # for whoever asks freely

_ASKED = "asked"

Question = Callable[..., pd.DataFrame]


class Door(NamedTuple):
    """One store and one scope for the length of one run, so that no page mixes two versions of the figures. `frozen`: which frozen
    version the store is, None for the one in force.
    """

    store: Store
    scope: Scope
    frozen: Frozen | None


class Asked(NamedTuple):
    """The question that an answer answers: "disbursement.by_unit", and its parameters."""

    question: str
    filters: dict[str, Any]

    def __deepcopy__(self, memo: object) -> "Asked":
        """Nobody changes it; pandas would copy it with every slice of the frame that carries it."""
        return self


_door: ContextVar[Door | None] = ContextVar("door", default=None)


def store_in_force() -> Store | None:
    """The store that readers see now, or None where none was built yet."""
    place = home()
    name = current_version(place)
    return None if name is None else _open(str(place), name)


@st.cache_resource(max_entries=2, show_spinner=False)  # the one in force, and the one before for runs under way; a third drops the oldest
def _open(place: str, name: str) -> Store:
    return open_store(Path(place), name)


def frozen_store(one: Frozen) -> Store:
    """The store of a frozen version. Raises frozen.Altered, Damaged."""
    return _open_frozen(str(home()), one)


@st.cache_resource(max_entries=4, show_spinner=False)  # two versions being compared, and as many again for other viewers
def _open_frozen(place: str, one: Frozen) -> Store:
    return freezing.opened(Path(place), one)


@contextmanager
def opened(store: Store, scope: Scope, frozen: Frozen | None = None) -> Iterator[None]:
    """Let what runs inside ask, within a scope; shut again afterwards, whatever happens in it."""
    token = _door.set(Door(store, scope, frozen))
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
    return _of(door().store, question, filters)


def ask_at(code: str | None, question: Question, **filters: Any) -> pd.DataFrame:
    """The same of another version: a frozen one by its code, None = the store in force. Raises frozen.Altered, Damaged, KeyError."""
    at = door().frozen
    if code == (at.code if at else None):
        return ask(question, **filters)
    store = store_in_force() if code is None else frozen_store({one.code: one for one in freezes()}[code])
    if store is None:
        raise Damaged("no store in force")
    return _of(store, question, filters)


def frozen() -> Frozen | None:
    """The frozen version this run looks at; None = the store in force."""
    return door().frozen


def freezes() -> list[Frozen]:
    """Every frozen version of this home, newest first; read again when the journal has grown."""
    return _freezes(str(home()), freezing.journal_size(home()))


@st.cache_data(max_entries=4, show_spinner=False)
def _freezes(place: str, journal_size: int) -> list[Frozen]:
    return freezing.listed(Path(place)) if journal_size else []


def altered() -> list[str]:
    """One sentence per frozen version that is no longer what was frozen; hashed again only when a file of one was touched."""
    return _altered(str(home()), freezing.files(home()))


@st.cache_data(max_entries=8, show_spinner=False)
def _altered(place: str, files: tuple[tuple[str, int, int], ...]) -> list[str]:
    return list(freezing.altered(Path(place))) if files else []


def freely(sql: str, parameters: dict[str, Any]) -> Answer:
    """One statement that somebody wrote, asked of this viewer's rows in a process of its own. Raises Refused."""
    here = door()
    return sandbox.ask(here.store.path, here.scope, home() / "stores" / "scoped", sql, parameters)


def prepare() -> None:
    """Make what this viewer's statements are asked of, where it is not there yet. Raises Refused."""
    here = door()
    sandbox.prepare(here.store.path, here.scope, home() / "stores" / "scoped")


def parameters(sql: str) -> tuple[str, ...]:
    """The names of the parameters that a statement takes, without "$"."""
    return sandbox.parameters(sql)


def functions() -> tuple[str, ...]:
    """The functions that a statement may use."""
    return sandbox.functions()


def digest() -> str:
    """SHA-256 of the store this run asks."""
    here = door()
    return here.frozen.digest if here.frozen else _digest(str(here.store.path), here.store.version)


@st.cache_data(max_entries=8, show_spinner=False)
def _digest(path: str, version: str) -> str:
    return digest_of(Path(path))


def template(name: str) -> bytes:
    """The Word template of a paper; at a frozen version the one kept with it. Raises frozen.Altered."""
    at = frozen()
    return freezing.template(home(), at, name) if at else paper(name)


def documented() -> tuple[documenting.Table, ...]:
    """The tables that a statement may ask, with their columns."""
    return documenting.tables()


def asked_of(answer: pd.DataFrame) -> Asked | None:
    """Which question a frame answers, where it still says so."""
    return answer.attrs.get(_ASKED)


def _of(store: Store, question: Question, filters: dict[str, Any]) -> pd.DataFrame:
    scope, name = door().scope, f"{question.__module__}.{question.__qualname__}"
    answer = _answer(name, store.version, scope.units, scope.benchmarks, filters, store, question)
    answer.attrs[_ASKED] = Asked(name.removeprefix("queries."), filters)
    return answer


@st.cache_data(max_entries=2_000, show_spinner=False)
def _answer(
    name: str, version: str, units: tuple[str, ...], benchmarks: bool, filters: dict[str, Any], _store: Store, _question: Question
) -> pd.DataFrame:
    return _question(_store, Scope(units=units, benchmarks=benchmarks), **filters)
