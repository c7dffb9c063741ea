"""What stands over every page: what the figures stand on, whether they are invented, and whether a link is older than they are."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import formats, words
from pages.parts.ask import ask, frozen
from queries import disbursement

NATURE = "Số liệu minh họa"


def title(page: str, office: pd.Series) -> None:
    """The name of the browser's tab."""
    st.set_page_config(page_title=" · ".join([page, office.programme_short_name, *([NATURE] if office.has_samples else [])]))


def lines(office: pd.Series, plan_year: int, on: date, unit: str | None, unknown: tuple[str, ...], *, replaced: bool) -> None:
    """The lines themselves; `unknown` is what a link asked for in vain, `replaced` that it was made from older figures."""
    if replaced:
        st.info(f"Số liệu đã cập nhật từ {formats.moment(office.built_at)}; liên kết này được tạo trên phiên bản trước.")
    if unknown:
        st.info(f"Liên kết nêu {', '.join(unknown)}, không có trong số liệu; trang đang xem theo các lựa chọn ở thanh bên.")
    coverage = ask(disbursement.coverage, plan_year=plan_year, on=on, unit=unit).iloc[0]
    nature = f":orange-badge[**{NATURE}**] " if office.has_samples else ""
    told = words.behind(coverage, on, in_full=True)
    st.markdown(f"{_frozen()}{nature}:small[Số liệu {told[:1].lower()}{told[1:]}]")


def _frozen() -> str:
    """The stamp of a frozen version, as a line of its own; "" on the figures in force."""
    at = frozen()
    if at is None:
        return ""
    told = f"chốt lúc {formats.moment(at.at)}, người chốt {formats.plain(at.by)}, mã {at.digest[:12]}"
    return f":blue-badge[**Bản chốt**] **{formats.plain(at.name)}**, {told}  \n"
