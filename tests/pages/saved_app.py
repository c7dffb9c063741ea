"""The frame around a small page that keeps saved questions: a choice in the address or, with `what` = "sql", a statement in an editor."""

import streamlit as st

from pages.parts import filters, links, own, saved, viewer

MEASURES = {"planned_vnd": "Kế hoạch vốn", "disbursed_vnd": "Giải ngân", "gone_vnd": "Số đã bỏ"}
USED = "mart.money.planned_vnd"


def view() -> None:
    saved.opened("pivot")
    measure = own.one("so-do", MEASURES, "planned_vnd")
    st.selectbox("Số đo", list(MEASURES.values()), key="so-do")
    saved.panel("pivot", links.written(), (measure, "unit"))


def statement() -> None:
    one = saved.opened("sql")
    text = st.text_area("Câu lệnh", one.content["sql"] if one else "", key=f"cau-lenh-{one.code if one else ''}")
    if st.button("Chạy"):
        saved.remember(text, 0.25, 7, "", {"nam": "2023"})
    for ran in saved.history():
        st.text(f"{ran.sql} {ran.parameters} {ran.row_count}")
    saved.panel("sql", {"sql": text}, (USED,))


page = st.Page({"pivot": view, "sql": statement}[st.session_state.get("what", "pivot")], title="Xem", url_path="xem", default=True)
st.navigation([page], position="hidden")
with viewer.admitted(), filters.drawn({"": {"xem": page}}, page):
    page.run()
