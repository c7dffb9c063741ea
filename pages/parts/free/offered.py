"""What stands beside the editor: worked examples from easy to hard, the tables with their columns, and what this viewer ran."""

from itertools import groupby
from typing import NamedTuple

import streamlit as st

from pages.parts import formats, saved, tell
from pages.parts.ask import documented
from pages.parts.dictionary import words
from pages.parts.free import written
from queries.examples import examples

HIGH = 470  # pixels; what is longer is scrolled
FIRST_ROWS = 100


def panel() -> None:
    """All three, one at a time."""
    one, two, three = st.tabs(["Câu hỏi mẫu", "Bảng và cột", "Đã chạy"])
    with one, st.container(height=HIGH, border=False, gap=None):
        _examples()
    with two, st.container(height=HIGH, border=False):
        _tables()
    with three, st.container(height=HIGH, border=False, gap=None):
        _history()


def _examples() -> None:
    for level, some in groupby(examples().values(), key=lambda one: one.level):
        st.markdown(f":small[**{level.capitalize()}**]")
        for one in some:
            st.button(
                one.title, key=f"mau-{one.code}", type="tertiary", on_click=written.open_example, args=(one.code,),
                help=formats.plain(one.question),
            )  # fmt: skip


def _tables() -> None:
    typed = st.text_input("Tìm bảng, cột", key="tim-bang", placeholder="tên, lời giải thích; không cần gõ dấu", max_chars=100)
    wanted, found = words.folded(typed).split(), 0
    for table in documented():
        text = words.folded(" ".join([table.name, table.label, table.about, *(f"{c.name} {words.said(c)}" for c in table.columns)]))
        if all(word in text for word in wanted):
            found += 1
            box = st.expander(f"mart.{table.name} · {table.label}", key=f"bang-{table.name}", on_change="rerun")
            if box.open:
                with box:
                    _table(table, wanted)
    if not found:
        st.write("Không có bảng, cột nào đúng chữ cần tìm.")


def _table(table: NamedTuple, wanted: list[str]) -> None:
    st.markdown(f":small[{words.on_screen(table.about)}]")
    told = [f"Mỗi dòng: {table.one_row_per}.", f"Thấy được: {words.seen(table)}.", table.legal_basis and f"Căn cứ: {table.legal_basis}."]
    st.markdown(f":small[{formats.plain(' '.join(filter(None, told)))}]")
    name = f"mart.{table.name}"
    st.button(f"Xem {FIRST_ROWS} dòng đầu", key=f"xem-{table.name}", on_click=written.put, args=(f"from {name}\nlimit {FIRST_ROWS}",))
    lines = []
    for column in table.columns:
        is_met = wanted and all(word in words.folded(f"{column.name} {words.said(column)}") for word in wanted)
        called = f"**`{column.name}`** ⬅" if is_met else f"`{column.name}`"
        lines.append(f"- {called} :small[*{words.kind(column.kind)}*: {formats.plain(words.said(column))}]")
    st.markdown("\n".join(lines))


def _history() -> None:
    try:
        runs = saved.history()
    except tell.Unreachable:
        st.error(tell.UNREACHABLE)
        return
    if not runs:
        st.write("Chưa chạy câu lệnh nào dưới tên này.")
    for n, ran in enumerate(runs):
        told = f"{formats.moment(ran.at)} · {'chưa chạy được' if ran.row_count is None else f'{formats.count(ran.row_count)} dòng'}"
        st.button(formats.plain(told), key=f"da-chay-{n}", type="tertiary", on_click=written.recall, args=(ran.sql, ran.parameters))
        first = " ".join(" ".join(line for line in ran.sql.splitlines() if not line.strip().startswith("--")).split())
        st.markdown(f":small[{formats.plain(first[:90])}{'…' if len(first) > 90 else ''}]")
