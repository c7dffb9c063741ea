"""The pickers in the side bar: one widget per filter, each following the address when the address was changed by someone else."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

ALL = "Tất cả"

Asked = dict[str, str] | None  # what the address newly asks for; None = nothing new


def one(label: str, key: str, options: list[str], words: Callable[[str], str], asked: Asked, default: str) -> str:
    """A filter that always has a value: the address's if it asks for one, else what it was, else the default."""
    settle(key, options, asked, default)
    return str(st.selectbox(label, options, format_func=words, key=key, filter_mode=None))


def any_(label: str, key: str, names: dict[str, str], asked: Asked, words: dict[str, str]) -> str | None:
    """A filter that may be left open; what is chosen enters `words` under its name on screen."""
    settle(key, list(names), asked, None)
    value = st.selectbox(label, list(names), index=None, format_func=names.__getitem__, key=key, placeholder=ALL, filter_mode=None)
    if value is not None:
        words[key] = names[value]
    return value


def settle(key: str, options: list[str], asked: Asked, default: str | None) -> None:
    """Give a widget its value before it is drawn."""
    value = st.session_state.get(key) if asked is None else asked.get(key)
    st.session_state[key] = value if value in options else default


def quick(key: str, code: str, names: dict[str, str]) -> None:
    """One click to the project that the office follows most closely, one click back."""
    if code not in names:
        return
    is_on = st.session_state.get(key) == code
    label = f"Bỏ chọn {code}" if is_on else f"Chỉ {names[code]}"
    st.button(label, key=f"nhanh-{key}", on_click=_choose, args=(key, None if is_on else code), width="stretch")


def named(options: pd.DataFrame, code: str, name: str) -> dict[str, str]:
    return dict(zip(options[code], options[name], strict=True))


def _choose(key: str, code: str | None) -> None:
    st.session_state[key] = code
