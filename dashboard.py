"""The frame: page settings, the gate, the menu and the common filters with what the figures stand on; then the page.

Run with `streamlit run dashboard.py`. Pages lie in sub-folders of pages/, where Streamlit cannot run them without this file.
"""

import streamlit as st

from pages.parts import filters, viewer

MENU = [
    ("pages/overview/overview.py", "Tổng quan", "tong-quan"),
    ("pages/progress/disbursement.py", "Tiến độ giải ngân", "giai-ngan"),
]

st.set_page_config(page_title="Theo dõi chương trình", layout="wide", initial_sidebar_state="auto")

pages = [st.Page(file, title=title, url_path=path, default=n == 0) for n, (file, title, path) in enumerate(MENU)]
page = st.navigation(pages, position="hidden")

with viewer.admitted(), filters.drawn(pages, page):
    page.run()
