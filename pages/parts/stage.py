"""Presentation mode: the same pages for a wall, one after the other, without menu and filters. And how pages look on paper.

`?trinh-chieu=1` switches it on. A page asks `stage.is_on()` to show less: its headline and the one or two charts that answer first.
Tables under charts are left out by `show.figure`. This is the only place that sends style sheets (pages/parts/styles/).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import streamlit as st

from pages.parts import links
from pages.parts.paths import Here

ORDER = ("tong-quan", "can-xu-ly", "muc-tieu", "so-sanh")  # overview, exceptions, targets, districts
STYLES = Path(__file__).parent / "styles"
SCREEN = 768  # pixels of the screen that charts are made for, from top to foot
LETTERS = 20  # pixels of the letters in charts; the style sheet enlarges the others with the screen


def is_on() -> bool:
    return st.session_state.get(links.STAGE) == "1"


def enough() -> None:
    """In a presentation, end the page here: what follows is for reading at a desk."""
    if is_on():
        st.stop()


def steps(pages: dict[str, st.Page]) -> list[st.Page]:
    """The pages a presentation moves through, in order."""
    return [pages[path] for path in ORDER if path in pages]


def enter() -> None:
    """The button in the side bar that begins a presentation of what is on screen."""
    st.button(
        "Trình chiếu", key="vao-trinh-chieu", on_click=_switch, args=("1",), width="stretch", help="Chuyển trang: phím → ←; thoát: Esc"
    )


def height_of(key: str, pixels: int) -> Literal["content", "stretch"]:
    """How high a chart is drawn: as it was made; on a wall, the same part of the screen whatever the screen."""
    if not is_on():
        return "content"
    st.html(
        f"<style>.st-key-{key} [data-testid=stPlotlyChart] {{height: max({pixels}px, {100 * pixels / SCREEN:.1f}vh) !important;}}</style>"
    )
    return "stretch"


@contextmanager
def bar(here: Here) -> Iterator[None]:
    """Around the lines on what the figures stand on; in a presentation they stand at the foot of the screen, beside the buttons."""
    st.html(STYLES / "paper.css")
    if not is_on():
        yield
        return
    st.html(STYLES / "stage.css")
    with st.container(key="san-khau", horizontal=True, vertical_alignment="center"):
        with st.container(key="san-khau-so-lieu"):
            yield
        _moves(here)


def _moves(here: Here) -> None:
    """Where one is, and the buttons; each has a key, and the keys of a presenter's clicker have buttons that are not seen."""
    shown = steps(here.pages)
    at = _position(here, shown)
    st.markdown(f"**{at + 1}/{len(shown)}**" if here.page in shown else f"**{here.page.title}**", width="content")
    moves = [  # label, key, page, keyboard
        ("◀ Trước", "truoc", at - 1, "Left"),
        ("Sau ▶", "sau", at + 1, "Right"),
        ("PageUp", "phim-truoc", at - 1, "PageUp"),
        ("PageDown", "phim-sau", at + 1, "PageDown"),
        ("Home", "phim-dau", 0, "Home"),
        ("End", "phim-cuoi", len(shown) - 1, "End"),
    ]
    for label, key, to, keyboard in moves:
        if st.button(label, key=key, shortcut=keyboard, disabled=not 0 <= to < len(shown)):
            st.switch_page(shown[to], query_params=here.address())
    st.button("Thoát trình chiếu", key="thoat-trinh-chieu", on_click=_switch, args=(None,), shortcut="Esc")


def _position(here: Here, shown: list[st.Page]) -> int:
    """Which step this is; on a page beside the way, the step it was reached from (so that the next key goes on from there)."""
    if here.page in shown:
        return shown.index(here.page)
    came_from = links.told(links.BACK).get(links.BACK, "").partition("~")[0]
    return shown.index(here.pages[came_from]) if here.pages.get(came_from) in shown else -1


def _switch(value: str | None) -> None:
    st.session_state[links.STAGE] = value
