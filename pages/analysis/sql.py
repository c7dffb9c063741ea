"""Truy vấn SQL: whatever the figures can be asked, in a statement of one's own; examples and the tables stand beside it."""

import streamlit as st

from pages.parts import ask, filters, formats, saved
from pages.parts.free import asking, given, offered, shown, written

st.title("Truy vấn SQL")

# --- what the reader chose: an example or a saved question by the address, the statement by hand
filters.chosen()
kept = saved.opened("sql")
example = written.opened(kept)
editor, beside = st.columns([3, 2], gap="medium")
with editor:
    shown.about(example, is_changed=not written.is_still(example.sql if example else ""))
    written.way_back()
    sql = st.text_area("Câu lệnh SELECT", key=written.KEY, height=260, persist_state="session", help=formats.plain(given.SAID))
    bar = st.container(horizontal=True, vertical_alignment="center")
    is_run = bar.button("Chạy", type="primary", key="chay-truy-van", shortcut="Ctrl+Enter")
    brief = bar.empty()
    names = ask.parameters(sql)
    values = given.drawn(names, written.given(), written.turn())

# --- what we ask, at the click
began = (kept.name, kept.content.get("sql", "")) if kept else (example.title, example.sql) if example else ("", "")
title = began[0] if written.is_still(began[1]) else ""
below = st.empty() if is_run else st.container()  # at a click the former answer goes at once
with below:
    ran = asking.run(sql, values, title) if is_run else asking.last()
brief.markdown(shown.briefly(ran))
with beside:
    offered.panel()

# --- what we show
with below.container():
    if ran is None:
        st.info("Bấm Chạy (Ctrl+Enter) để xem kết quả.")
    else:
        shown.result(ran, sql, values)
content = {"sql": sql} | {f"${name}": value for name, value in given.written(values).items() if name not in given.FOLLOWING}
saved.panel("sql", content, asking.used(sql))
