"""The log on its page: what it says above, its newest lines, and a file of all of them."""

from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import formats, show, taken

MOST = 200  # on screen at once
COLUMNS = ("changed_told", "changed_by", "entry_told", "move_told", "unit_short_name", "what_told", "reason")


def headline(rows: pd.DataFrame) -> str:
    """How many changes there are, by how many people, and the newest of them."""
    if rows.empty:
        return "Không có thay đổi nào theo lựa chọn này."
    last = rows.iloc[0]
    what = f"{last.entry_told.lower()}, {last.move_told.lower()}"
    return f"{len(rows)} thay đổi của {rows['changed_by'].nunique()} người; gần nhất: {last.changed_by}, lúc {last.changed_told} ({what})."


def shown(rows: pd.DataFrame) -> None:
    """The newest changes as a table, and a file of all of them."""
    behind = "Mới nhất trước; không theo năm và ngày chốt đang chọn. Không gì bị xóa: sửa, rút, khôi phục đều là dòng mới."
    finding = f"{min(MOST, len(rows))} thay đổi gần nhất trong {len(rows)}" if len(rows) > MOST else f"{len(rows)} thay đổi"
    show.table(rows.head(MOST), *COLUMNS, finding=finding, key="nhat-ky", behind=behind)
    if len(rows) > MOST:
        whole = partial(formats.csv, rows, COLUMNS, taken.notes(behind))
        st.download_button(
            f"Tải toàn bộ {len(rows)} thay đổi (.csv)", whole, file_name="nhat-ky-toan-bo.csv", mime="text/csv", on_click="ignore"
        )
