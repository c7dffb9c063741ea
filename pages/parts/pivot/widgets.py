"""Widgets that follow an address: set from what it says in every run; a change of one says a new cut, which the address then has."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from pages.parts import own
from pages.parts.pivot import address
from pages.parts.pivot.shape import Cut

NONE = ""  # Streamlit has English words for a selectbox in which nothing is chosen
Then = Callable[[Any], Cut]  # the cut that follows from what was chosen


def several(label: str, key: str, names: Mapping[str, str], value: tuple[str, ...], then: Then, *, empty: str) -> None:
    """Several of `names` (code → words), in the order of choosing; `empty` is what stands there when none is chosen."""
    place = _set(key, list(value))
    changing = partial(_follow, place, lambda codes: then(tuple(codes)))
    st.multiselect(
        label, list(names), format_func=names.__getitem__, key=place, placeholder=empty, on_change=changing,
        filter_mode=None, select_all=False, wrap=True,
    )  # fmt: skip


def one(label: str, key: str, names: Mapping[Any, str], value: Any, then: Then, *, none: str = "") -> None:
    """One of `names`; with `none`, the words for choosing nothing, also None."""
    place = _set(key, NONE if value is None else value)
    offered = ({NONE: none} if none else {}) | dict(names)
    changing = partial(_follow, place, lambda code: then(None if code == NONE else code))
    st.selectbox(label, list(offered), format_func=offered.__getitem__, key=place, filter_mode=None, on_change=changing)


def switch(label: str, key: str, value: bool, then: Then) -> None:
    """On or off."""
    place = _set(key, value)
    st.toggle(label, key=place, on_change=partial(_follow, place, then))


def _set(key: str, value: Any) -> str:
    place = f"xoay-{key}"
    st.session_state[place] = value
    return place


def _follow(place: str, then: Then) -> None:
    own.say(dict.fromkeys(address.KEYS, "") | address.written(then(st.session_state[place])))
