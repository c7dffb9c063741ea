"""Ways through the dashboard: links that keep the filters, and the way back to where a link was followed.

The way back stands in the address (`tu=giai-ngan~nam~…~don-vi~…`): page and filters it leads to, parted by "~", and after "~~" the way
back from there. So it survives reload, copying and the browser's own Back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from pages.parts import formats, links

PROFILE, DISBURSEMENT = "pages/units/profile.py", "pages/progress/disbursement.py"
DOORS = (  # code in an answer, where it leads, what it narrows to there, how the doors are announced
    ("unit_code", ("unit_short_name", "short_name"), PROFILE, "unit", "Mở hồ sơ:"),
    ("component_code", ("component_short_name", "short_name"), DISBURSEMENT, "component", "Xem riêng:"),
)
FARTHEST = 3  # so many steps a way back is remembered


class Here(NamedTuple):
    """Where this run is: every page by its path, the one that runs, and what makes an address with the filters on screen."""

    pages: dict[str, st.Page]
    page: st.Page
    address: Callable[..., dict[str, str]]


_here: ContextVar[Here | None] = ContextVar("here", default=None)


@contextmanager
def opened(here: Here) -> Iterator[None]:
    """Let what runs inside link to other pages."""
    token = _here.set(here)
    try:
        yield
    finally:
        _here.reset(token)


def title() -> str:
    """The title of the page that runs."""
    here = _here.get()
    return here.page.title if here else ""


def pages() -> dict[str, st.Page]:
    """Every page by its path in the address."""
    here = _here.get()
    return here.pages if here else {}


def titles() -> dict[str, str]:
    """What every page is called, by its path."""
    return {path: page.title for path, page in pages().items()}


def link(
    page_file: str | st.Page,
    label: str,
    *,
    own: dict[str, str] | None = None,
    strong: bool = False,
    again: bool = False,
    **changes: str | None,
) -> None:
    """A link to a page with the filters kept, or changed (`unit="943"`); the page will show a way back. A page not in the menu is words.

    `own` are choices of that page alone (pages.parts.own). `again`: the link leads to the page one is on.
    `label` is shown as it is: mark-up in what units typed does not count.
    """
    here, words = _here.get(), f"**{formats.plain(label)}**" if strong else formats.plain(label)
    if here is None:
        return
    try:
        wanted = here.address(**changes) | (own or {}) | {links.BACK: _from(here)} | ({links.AGAIN: "1"} if again else {})
        st.page_link(page_file, label=words, query_params=wanted)
    except StreamlitPageNotFoundError:
        st.markdown(words)


def again(label: str, own: dict[str, str], address: dict[str, str] | None = None) -> None:
    """A link to the page one is on, at another address (with its own year and cut-off), or with the filters on screen."""
    if here := _here.get():
        wanted = (here.address() if address is None else address) | own | {links.AGAIN: "1"}
        st.page_link(here.page, label=formats.plain(label), query_params=wanted)


def to_copy(own: dict[str, str], address: dict[str, str] | None = None) -> str:
    """The same as `again` as text, to send to somebody."""
    here = _here.get()
    return f"{st.context.url or ''}?{urlencode((here.address() if here and address is None else address or {}) | own)}"


def to_unit(label: str, code: str, *, strong: bool = False) -> None:
    """A link to all that is known of one unit."""
    link(PROFILE, label, strong=strong, unit=code)


def doors(answer: pd.DataFrame) -> None:
    """Links to each unit and each component that an answer is about, where there are several (docs/decisions.md: why not the marks)."""
    for code, names, file, narrowed, announced in DOORS:
        name = next((name for name in names if name in answer), None)
        of_some = answer[answer[code].notna()] if code in answer else answer.head(0)  # the province as a whole is no unit
        found = {} if name is None else dict(zip(of_some.get(code, ()), of_some[name], strict=True))
        if len(found) > 1:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f":small[{announced}]", width="content")
                for each, label in found.items():
                    link(file, label, **{narrowed: each})


def back() -> None:
    """The way back to the page and filters this page was reached from; nothing where it was not reached by a link."""
    here = _here.get()
    way, _, farther = links.told(links.BACK).get(links.BACK, "").partition("~~")
    path, *pairs = way.split("~")
    if here is None or path not in here.pages:
        return
    filters = {key: value for key, value in zip(pairs[::2], pairs[1::2], strict=False) if key not in links.MARKS}
    was = dict(zip(pairs[::2], pairs[1::2], strict=False)).get(links.FROZEN)  # back to the version one came from, frozen or in force
    address = here.address() if was == here.address().get(links.FROZEN) else here.address(frozen=was)
    now = {key: value for key, value in address.items() if key in links.MARKS}
    with st.container(key="tro-lai"):
        st.page_link(
            here.pages[path],
            label=f"← Trở lại {here.pages[path].title}",
            query_params=filters
            | now
            | ({links.BACK: farther} if farther else {})
            | ({links.AGAIN: "1"} if here.pages[path] == here.page else {}),
        )


def _from(here: Here) -> str:
    """This page and its address, as a way back."""
    path = next(path for path, page in here.pages.items() if page == here.page)
    written = links.written()
    left_out = {*links.MARKS, links.BACK} - {links.FROZEN}
    pairs = [text for key, value in written.items() if key not in left_out for text in (key, value)]
    ways = ["~".join([path, *pairs]), *written.get(links.BACK, "").split("~~")]
    return "~~".join(way for way in ways[:FARTHEST] if way)
