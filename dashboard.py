"""The frame: page settings, the gate, the menu and the common filters with what the figures stand on; then the page.

Run with `streamlit run dashboard.py`. Pages lie in sub-folders of pages/, where Streamlit cannot run them without this file.
"""

import streamlit as st

from pages.parts import filters, viewer

MENU = {  # the first group stands open, the others open when one of their pages is on screen; pages led to by figures are not listed
    "": [
        ("pages/overview/overview.py", "Tổng quan", "tong-quan"),
        ("pages/overview/exceptions.py", "Việc cần xử lý", "can-xu-ly"),
        ("pages/progress/disbursement.py", "Tiến độ giải ngân", "giai-ngan"),
        ("pages/targets/targets.py", "Mục tiêu, chỉ tiêu", "muc-tieu"),
        ("pages/compare/districts.py", "So sánh huyện", "so-sanh"),
        ("pages/units/profile.py", "Hồ sơ đơn vị", "ho-so"),
        ("pages/project7/project7.py", "Dự án 7", "du-an-7"),
    ],
    "Cuộc họp": [
        ("pages/meeting/meeting.py", "Cuộc họp", "hop"),
        ("pages/papers/papers.py", "Báo cáo, bản trình chiếu", "in-an"),
    ],
    "Phân tích": [
        ("pages/analysis/pivot.py", "Bảng xoay", "bang-xoay"),
        ("pages/analysis/sql.py", "Truy vấn SQL", "truy-van"),
        ("pages/analysis/dictionary.py", "Từ điển số liệu", "tu-dien"),
    ],
    "Theo dõi, giám sát": [
        ("pages/reports/reporting.py", "Tình hình báo cáo", "bao-cao"),
        ("pages/monitoring/monitoring.py", "Giám sát và kiến nghị", "kien-nghi"),
        ("pages/quality/quality.py", "Chất lượng số liệu", "chat-luong"),
        ("pages/reconciliation/reconciliation.py", "Đối chiếu", "doi-chieu"),
        ("pages/documents/documents.py", "Văn bản quản lý", "van-ban"),
    ],
    "Tiếp nhận, nhật ký": [
        ("pages/intake/receiving.py", "Tiếp nhận báo cáo", "tiep-nhan"),
        ("pages/log/log.py", "Nhật ký", "nhat-ky"),
    ],
    filters.LED_TO: [
        ("pages/why/why.py", "Vì sao con số này?", "vi-sao"),
    ],
}

st.set_page_config(page_title="Theo dõi chương trình", layout="wide", initial_sidebar_state="auto")

menu = {
    group: {path: st.Page(file, title=title, url_path=path, default=path == "tong-quan") for file, title, path in entries}
    for group, entries in MENU.items()
}
page = st.navigation([entry for group in menu.values() for entry in group.values()], position="hidden")

with viewer.admitted(), filters.drawn(menu, page):
    page.run()
