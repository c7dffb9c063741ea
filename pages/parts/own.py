"""Choices of one page alone, such as the measure it ranks by: in the address as long as the page is open, gone when it is left.

The page asks here before it draws the widget of the same key; the widget's options are the words, the address has the codes. What equals
the default is left out, so that opening a page is one step for Back; a default must therefore follow from the rest of the address.
"""

import streamlit as st

from pages.parts import links

_ASKED, _KEPT, _CLAIMED = "own_asked", "own_kept", "own_claimed"


def settle(asked: dict[str, str] | None) -> None:
    """Take what the address says beside the common filters, before the page runs; None = nothing new."""
    st.session_state[_ASKED], st.session_state[_CLAIMED] = asked, set()
    if asked is not None:
        st.session_state[_KEPT] = dict(asked)


def kept() -> dict[str, str]:
    """What belongs to the page that is open, as part of its address."""
    return dict(st.session_state.get(_KEPT) or {})


def one(key: str, names: dict[str, str], default: str) -> str:
    """The code chosen among `names` (code → words)."""
    told = st.session_state.get(key)
    code = _asked(key) if told is None or _is_new() else next((c for c, words in names.items() if words == told), None)
    _say_unknown(key, [code] if code and code not in names else [])
    chosen = code if code in names else default
    st.session_state[key] = names[chosen]
    _keep(key, chosen, default)
    return chosen


def several(key: str, names: dict[str, str], default: list[str]) -> list[str]:
    """The codes chosen among `names`, in the order of choosing; none chosen is the default."""
    told = st.session_state.get(key)
    asked = (
        (_asked(key) or "").split(",")
        if told is None or _is_new()
        else [code for words in told for code, name in names.items() if name == words]
    )
    _say_unknown(key, [code for code in asked if code and code not in names])
    chosen = [code for code in dict.fromkeys(asked) if code in names] or default
    st.session_state[key] = [names[code] for code in chosen]
    _keep(key, ",".join(chosen), ",".join(default))
    return chosen


def told(key: str) -> str | None:
    """What the address says under a key that no widget shows; it stays there as long as the page asks for it."""
    value = _asked(key)
    _keep(key, value or "", "")
    return value


def is_told_anew(key: str, *, alone: bool = False) -> bool:
    """Whether somebody has just opened an address that says this; `alone`: and nothing else of the page's own."""
    return _is_new() and (kept().keys() == {key} if alone else key in kept())


def say(values: dict[str, str]) -> None:
    """From a widget's callback: what the address shall say in the run that follows, as if a link had said it; "" takes a key away."""
    st.session_state[_KEPT] = {key: value for key, value in (kept() | values).items() if value}


def forget_unclaimed() -> None:
    """After the page ran: what it did not ask for belongs to a page that was left."""
    for key in kept().keys() - st.session_state.get(_CLAIMED, set()):
        _keep(key, "", "")


def _is_new() -> bool:
    """Whether the address was changed by someone else: then it says what holds, not the widget."""
    return st.session_state.get(_ASKED) is not None


def _asked(key: str) -> str | None:
    return kept().get(key)


def _keep(key: str, value: str, default: str) -> None:
    st.session_state[_CLAIMED] |= {key}
    own = {k: v for k, v in kept().items() if k != key} | ({key: value} if value != default else {})
    if own != kept():
        links.write({k: v for k, v in links.written().items() if k not in kept()} | own)
        st.session_state[_KEPT] = own


def _say_unknown(key: str, codes: list[str]) -> None:
    if codes:
        st.info(f"Liên kết nêu {key}={','.join(codes)}, không có trong số liệu; trang đang xem theo lựa chọn mặc định.")
