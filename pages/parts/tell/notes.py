"""Short notes on a unit's year, on its profile: what stands, and a field to add one or take one back."""

from typing import Any

import pandas as pd
import streamlit as st
from pydantic import ValidationError

from data.registry import NotEntered, Unreachable
from data.registry.kinds.documents import Note
from pages.parts import formats, tell


def section(rows: pd.DataFrame, unit: str, plan_year: int) -> None:
    """The notes, and beneath them, not on paper, what officers write with."""
    st.subheader("Ghi chú của cán bộ theo dõi", anchor=False)
    for row in rows.itertuples():
        st.markdown(f"- {formats.plain(row.note)} :small[({_by(row)})]")
    if rows.empty:
        st.write("Chưa có ghi chú nào.")
    with st.container(key="khong-in-ghi-chu"), st.expander("Thêm, rút ghi chú"):
        try:
            _add(unit, plan_year)
            if len(rows):
                _take_back(rows)
        except Unreachable:
            st.error(tell.UNREACHABLE)


def _by(row: Any) -> str:
    return f"{formats.plain(row.changed_by)}, {formats.moment(row.changed_at)}"


def _add(unit: str, plan_year: int) -> None:
    with st.form(f"ghi-chu-{unit}-{plan_year}", clear_on_submit=True):
        text = st.text_area("Ghi chú mới", max_chars=2000)
        if not st.form_submit_button("Lưu ghi chú"):
            return
    try:
        tell.add(Note(unit_code=unit, plan_year=plan_year, text=text), "Đã lưu ghi chú")
    except ValidationError:
        st.error("Ghi chú còn trống; cần có chữ.")


def _take_back(rows: pd.DataFrame) -> None:
    told = {row.entry_id: f"{row.note[:60]} ({_by(row)})" for row in rows.itertuples()}
    picked = st.selectbox("Ghi chú cần rút", list(told), format_func=told.__getitem__, filter_mode=None)
    reason = st.text_input("Lý do rút", key="ly-do-rut-ghi-chu")
    if st.button("Rút ghi chú"):
        try:
            tell.withdraw(tell.registry().get(picked), reason)
        except NotEntered as problem:
            st.error(str(problem))
