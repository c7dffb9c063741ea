"""Báo cáo, bản trình chiếu: where the papers of a meeting are made, from the figures on screen or from a frozen version."""

import streamlit as st

from pages.parts import filters, issuing, own, stage

st.title("Báo cáo, bản trình chiếu")

# --- what the reader chose (which paper is this page's own)
chosen = filters.chosen()
names = {key: kind.name for key, kind in issuing.KINDS.items()}
own.one("van-ban", names, "bao-cao")

# --- what we show
st.header(issuing.headline(), anchor=False)
stage.enough()
issuing.advise()
for key, tab in zip(names, st.tabs(list(names.values()), key="van-ban", on_change="rerun"), strict=True):  # a closed tab makes nothing
    with tab:
        if tab.open:
            issuing.panel(key, chosen)
