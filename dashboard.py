"""The frame: page settings, the gate, the menu and the common filters with what the figures stand on; then the page.

Run with `streamlit run dashboard.py`. Pages lie in sub-folders of pages/, where Streamlit cannot run them without this file.
"""

import streamlit as st

from pages.parts import filters, viewer

MENU = [
    ("pages/overview/overview.py", "Tổng quan", "tong-quan"),
    ("pages/overview/exceptions.py", "Việc cần xử lý", "can-xu-ly"),
    ("pages/progress/disbursement.py", "Tiến độ giải ngân", "giai-ngan"),
    ("pages/targets/targets.py", "Mục tiêu, chỉ tiêu", "muc-tieu"),
    ("pages/compare/districts.py", "So sánh huyện", "so-sanh"),
    ("pages/units/profile.py", "Hồ sơ đơn vị", "ho-so"),
    ("pages/project7/project7.py", "Dự án 7", "du-an-7"),
]

st.set_page_config(page_title="Theo dõi chương trình", layout="wide", initial_sidebar_state="auto")

pages = {path: st.Page(file, title=title, url_path=path, default=n == 0) for n, (file, title, path) in enumerate(MENU)}
page = st.navigation(list(pages.values()), position="hidden")

with viewer.admitted(), filters.drawn(pages, page):
    page.run()
