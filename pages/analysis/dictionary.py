"""Từ điển số liệu: every measure, dimension, indicator, table and column, rule and component, in the words of its definition."""

import streamlit as st

from pages.parts.ask import ask, documented
from pages.parts.dictionary import entries, found, screen
from queries import about, quality, targets

st.title("Từ điển số liệu")

# --- what the reader chose (words and kind are this page's own)
typed, kind = screen.sought()

# --- what we ask
everything = entries.everything(documented(), ask(targets.indicators), ask(quality.rules), ask(about.programme))
shown = [entry for entry in found.hits(everything, typed) if kind in (screen.ALL, entry.kind)]

# --- what we show
if not typed and kind == screen.ALL:
    screen.kinds(everything)
    screen.file(everything, screen.headline(everything, typed, kind))
elif not shown:
    screen.nothing(everything, typed, kind)
else:
    finding = screen.headline(shown, typed, kind)
    st.subheader(finding, anchor=False)
    screen.file(shown, finding)
    screen.listed(shown, typed)
