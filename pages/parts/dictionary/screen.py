"""The dictionary on its page: what is searched for, in the address; the entries found, the closest in full, the rest by name."""

import pandas as pd
import streamlit as st

from pages.parts import formats, own, paths, show, taken
from pages.parts.dictionary import entries, found, words
from pages.parts.dictionary.entries import Entry

SOUGHT, KIND, ALL = "tim", "muc", "tat-ca"
IN_FULL = 12
TOLD = ("column_name", "column_kind", "column_about")
COLUMNS = ("entry_kind", "entry_name", "entry_code", "entry_about", "adding", "legal_basis", "shown_in")


def sought() -> tuple[str, str]:
    """What is looked for, and the kind of entry it is looked for among (ALL = all kinds); both in the address."""
    typed = (own.told(SOUGHT) or "")[: found.LONGEST]
    st.session_state["o-tim"] = typed
    one, two = st.columns([3, 2], vertical_alignment="bottom")
    one.text_input(
        "Tìm trong từ điển", key="o-tim", on_change=_search, max_chars=found.LONGEST,
        placeholder="tên, mã hay lời giải thích; không cần gõ dấu",
    )  # fmt: skip
    names = {ALL: "Mọi loại"} | entries.KINDS
    kind = own.one(KIND, names, ALL)
    two.selectbox("Loại mục", list(names.values()), key=KIND, filter_mode=None)
    return typed, kind


def _search() -> None:
    typed = " ".join(st.session_state["o-tim"].replace("~", " ").split())  # "~" parts the way back in addresses
    own.say({SOUGHT: typed})


def _open() -> None:
    if code := st.session_state.pop("mo-muc"):
        own.say({SOUGHT: code})


def headline(shown: list[Entry], typed: str, kind: str) -> str:
    """What was found, as the head of the page."""
    counted = f"{len(shown)} {'mục' if kind == ALL else entries.KINDS[kind].lower()}"
    return f"{counted} có “{formats.plain(typed)}”" if typed else counted


def kinds(everything: list[Entry]) -> None:
    """What the dictionary holds, when nothing is looked for yet."""
    st.info("Gõ tên, mã hay một phần lời giải thích (“giai ngan”, “disbursed_vnd”, “Thông tư 10”), hoặc chọn một loại để xem hết.")
    count = {kind: sum(entry.kind == kind for entry in everything) for kind in entries.KINDS}
    for kind, label in entries.KINDS.items():
        paths.again(f"{label}: {count[kind]} mục; {entries.HOLDS[kind]}", {KIND: kind})


def nothing(everything: list[Entry], typed: str, kind: str) -> None:
    """Nothing was found: in which other kinds there is something, or that no word is met, and what may have been meant."""
    elsewhere = {} if kind == ALL else _by_kind(found.hits(everything, typed))
    meant = [] if elsewhere else found.near(everything, typed)
    st.info(
        f"Không có mục nào có “{formats.plain(typed)}”"
        + ("" if kind == ALL else f" trong loại {entries.KINDS[kind].lower()}")
        + "; hãy bớt từ hoặc thử từ khác (không cần dấu; phần đầu của từ, từ ba chữ cái trở lên, cũng được)."
    )
    for one in meant:
        paths.again(f"Có phải bạn tìm: {one}?", {SOUGHT: one})
    for other, count in elsewhere.items():
        paths.again(f"{entries.KINDS[other]}: {count} mục", {SOUGHT: typed, KIND: other})


def listed(shown: list[Entry], typed: str) -> None:
    """The closest entries in full, or those alone whose code was typed, with their columns; the others by name."""
    asked = [entry for entry in shown if found.is_code(entry, typed)]
    full = asked or shown[:IN_FULL]
    for entry in full:
        _entry(entry, is_open=len(shown) == 1 or bool(asked))
    if rest := [entry for entry in shown if entry not in full]:
        st.selectbox(
            f"Còn {len(rest)} mục; mở một mục", [entry.code for entry in rest], index=None, key="mo-muc", on_change=_open,
            placeholder="chọn, hoặc gõ thêm vào ô tìm ở trên",
        )  # fmt: skip
        st.table(frame(rest).pipe(formats.table, "entry_kind", "entry_name", "entry_code"))


def file(shown: list[Entry], finding: str) -> None:
    """The same entries to take away."""
    taken.offer(frame(shown), COLUMNS, finding, "tu-dien", "Sinh từ các định nghĩa đang dùng.", taken.LISTS)


def _by_kind(shown: list[Entry]) -> dict[str, int]:
    return {kind: count for kind in entries.KINDS if (count := sum(entry.kind == kind for entry in shown))}


def _entry(entry: Entry, *, is_open: bool) -> None:
    with st.container(border=True, gap="small"):
        st.markdown(f"**{formats.plain(entry.label)}** · `{entry.code}` · :small[{entries.KINDS[entry.kind]}]")
        show.lines(*(f"**{heading}:** {words.on_screen(text)}" for heading, text in entry.told))
        if entry.columns:
            with st.expander(f"{len(entry.columns)} cột", expanded=is_open):
                st.table(formats.table(pd.DataFrame(entry.columns, columns=TOLD), *TOLD))
        if entry.way:
            paths.link(entry.way.page, entry.way.label, own=dict([entry.way.own]))


def frame(shown: list[Entry]) -> pd.DataFrame:
    """Entries as the lines of a file, one per entry, of COLUMNS."""
    return pd.DataFrame([_line(entry) for entry in shown])


def _line(entry: Entry) -> dict[str, str]:
    named = (entries.ADDS, entries.BASIS, entries.SHOWN)  # columns of their own
    told = [f"{heading}: {text}" for heading, text in entry.told if heading not in named]
    if entry.columns:
        told.append(f"Các cột: {', '.join(name for name, _, _ in entry.columns)}")
    return {
        "entry_kind": entries.KINDS[entry.kind], "entry_name": entry.label, "entry_code": entry.code,
        "entry_about": "; ".join(said.rstrip(".") for said in told).replace("`", ""),
        "adding": entry.of(entries.ADDS), "legal_basis": entry.of(entries.BASIS), "shown_in": entry.of(entries.SHOWN),
    }  # fmt: skip
