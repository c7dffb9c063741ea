"""Short lists of exceptions, each line a link to the disbursement page with the filters set."""

import pandas as pd
import streamlit as st

from pages.parts import filters, formats, words

PAGE = "pages/progress/disbursement.py"
MOST = 6


def lagging(title: str, answer: pd.DataFrame, code: str, name: str, filter_name: str) -> None:
    """What lags behind the whole, the most money left first."""
    rows = answer[answer["is_behind"]].sort_values("remaining_vnd", ascending=False)
    if rows.empty:
        st.write(f"{title}: không có.")
        return
    st.write(f"{title} ({len(rows)}), còn lại tính bằng triệu đồng:")
    for _, row in rows.head(MOST).iterrows():
        _link(f"{row[name]}: {words.state_of(row, filters.chosen().on)}, còn {formats.million(row.remaining_vnd)}", filter_name, row[code])
    if len(rows) > MOST:
        st.markdown(f":small[và {len(rows) - MOST} dòng khác ở trang Tiến độ giải ngân]")


def silent(units: pd.DataFrame) -> None:
    """Units that have not reported at all this year."""
    rows = units[units["reported_on"].isna()]
    for _, row in rows.head(MOST).iterrows():
        _link(f"{row['short_name']}: chưa có báo cáo", "unit", row["unit_code"])
    if len(rows) > MOST:
        st.markdown(f":small[và {len(rows) - MOST} đơn vị khác chưa có báo cáo]")


def _link(label: str, filter_name: str, code: str) -> None:
    st.page_link(PAGE, label=label, query_params=filters.chosen().address(**{filter_name: code}))
