"""The address of what is on screen: every filter under a short name, always with year, cut-off and store version.

Streamlit can bind a widget to the address itself, but then it writes the label in place of the code, and leaves out whatever equals the
default, so a link would mean something else tomorrow. Here the address is read before the filters are drawn and written after.
Whoever changed last wins: an address that differs from the one written in the run before was changed by a link or by Back.
"""

import pandas as pd
import streamlit as st

VERSION = "phien-ban"
NATURE = "so-lieu"
FROZEN = "ban"  # the frozen version that is looked at
STAGE = "trinh-chieu"  # presentation mode, kept from page to page
AGAIN = "lai"  # in a link to the page one is on: the browser shows its address only when this program then writes one without it
BACK = "tu"  # where this page was reached from, kept as long as one stays on it
MARKS = (VERSION, NATURE, FROZEN, STAGE)  # what an address says beside its filters
_WRITTEN = "address_written"
_REPLACED_BY = "address_replaced_by"
_BY_ME = "address_replaced_by_me"


def changed() -> dict[str, str] | None:
    """What the address asks for, if someone other than this program changed it: a link, Back, or typing. None = nothing new."""
    asked = st.query_params.to_dict()
    written = st.session_state.get(_WRITTEN)
    if written is None or (asked and asked != written):
        return asked
    return None  # the menu empties the address when it changes pages: the filters stay


def write(wanted: dict[str, str]) -> None:
    """Make the address say what is on screen. One change of it is one step for Back."""
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = wanted


def settle(asked: dict[str, str] | None) -> None:
    """Keep what the address says beside the filters; None = it says nothing new."""
    if asked is not None:
        st.session_state.update({key: asked.get(key) for key in (FROZEN, STAGE, BACK)})


def frozen_asked() -> str:
    """The frozen version that this run is to show, before anything is drawn; "" = the figures in force."""
    asked = changed()
    return (st.session_state if asked is None else asked).get(FROZEN) or ""


def told(*keys: str) -> dict[str, str]:
    """What was kept of these keys, as part of an address."""
    return {key: value for key in keys if (value := st.session_state.get(key))}


def written() -> dict[str, str]:
    """The whole address of what is on screen."""
    return dict(st.session_state.get(_WRITTEN) or {})


def short(version: str) -> str:
    """The store's version, as much of it as an address needs."""
    return version[:12]


def is_from_before(version: str) -> bool:
    """True when the address was made from figures that have been replaced since."""
    asked, by_me = st.query_params.get(VERSION), st.session_state.pop(_BY_ME, False)
    if asked and asked != short(version) and not by_me:
        st.session_state[_REPLACED_BY] = version
    return st.session_state.get(_REPLACED_BY) == version


def replaced_by_me() -> None:
    """This viewer has just changed the figures: nobody has to be told so in the next run."""
    st.session_state[_BY_ME] = True


def marks(office: pd.Series) -> dict[str, str]:
    """What every address says of the figures it was made from."""
    return {VERSION: short(office.figures_version)} | ({NATURE: "minh-hoa"} if office.has_samples else {})
