"""The exceptions as an agenda: who or what is late, how far, how much money is at risk, why, and what was asked for.

A row is an exception when it lags behind the whole by the office's margin, or has a plan and no figure.
"""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import filters, formats, outlook, paths, show, stage, words
from pages.parts.formats import is_missing, million
from pages.parts.why import door

ALL, ON_WALL = 1_000, 5  # lines of a list: all of them, and what a wall holds
RISK = (
    "Nguy cơ: vốn có thể không giải ngân hết đến 31/12, theo dự báo; chưa dự báo được thì ghi số còn lại. "
    "Số vốn vướng là do đơn vị nêu, gồm cả vốn kéo dài."
)
PAGES = {"unit": "pages/units/profile.py", "component": "pages/progress/disbursement.py"}


def of(answer: pd.DataFrame, what: str, forecast: pd.DataFrame, causes: pd.DataFrame, on: date) -> pd.DataFrame:
    """The exceptions among units or components (`what`), the most money at risk first.

    Adds `code`, `far` (how far), `risk` (money at risk), `risk_vnd` (what they are ordered by), `why`, `request`.
    """
    silent = answer["planned_vnd"].notna() & answer["disbursed_share"].isna()
    rows = answer.assign(code=answer[f"{what}_code"])[answer["is_behind"] | silent]  # a column given to no rows would make rows
    at_risk = forecast.set_index("code").reindex(rows["code"])
    told = causes[causes["of_what"] == what].set_index("code").reindex(rows["code"])
    rows = rows.assign(
        far=[words.state_of(row, on) for _, row in rows.iterrows()],
        risk=[_risk(row, ahead) for (_, row), (_, ahead) in zip(rows.iterrows(), at_risk.iterrows(), strict=True)],
        risk_told=[formats.MISSING if is_missing(ahead.at_risk_high_vnd) else outlook.at_risk(ahead) for _, ahead in at_risk.iterrows()],
        risk_vnd=_ordering(rows, at_risk).to_numpy(),
        cause_name=[_cause(row) for _, row in told.iterrows()],
        request=told["request"].to_numpy(),
    )
    return rows.sort_values("risk_vnd", ascending=False, kind="stable", na_position="last")


def shown(title: str, rows: pd.DataFrame, what: str, most: int) -> None:
    """A short list: each line a link to its detail, beneath it the cause and what was asked for."""
    with st.container(gap=None):
        _listed(title, rows, what, most)
        if len(rows) and not stage.is_on():
            door(rows, key=f"cham-{what}")


def _listed(title: str, rows: pd.DataFrame, what: str, most: int) -> None:
    st.markdown(f"**{title} ({len(rows)})**" if len(rows) else f"**{title}: không có**")
    most = min(most, ON_WALL) if stage.is_on() else most
    for number, (_, row) in enumerate(rows.head(most).iterrows(), start=1):
        label = f"{number}. {state(row)}"
        if stage.is_on():
            st.markdown(f"**{formats.plain(label)}**")
        elif what == "unit":
            paths.to_unit(label, row.code, strong=True)
        else:
            paths.link(PAGES[what], label, strong=True, component=row.code)
        show.note(why(row, formats.plain))
    if len(rows) > most:
        paths.link("pages/overview/exceptions.py", f"và {len(rows) - most} dòng khác ở trang Việc cần xử lý")


def state(row: pd.Series) -> str:
    """Who or what it is, how far it is, and how much is at stake."""
    return f"{row.short_name}: {row.far}; {row.risk}"


def title(what: str, rows: pd.DataFrame, office: pd.Series) -> str:
    """What is listed, by the office's own mark: "Đơn vị thấp hơn mức chung từ 10 điểm %"."""
    mark = formats.rounded_share(office.behind_points).rstrip("%")
    silent = " hoặc chưa có số" if rows["disbursed_share"].isna().any() else ""
    return f"{what} thấp hơn mức chung từ {mark} điểm %{silent}"


def of_all_money(causes: pd.DataFrame, chosen: filters.Chosen) -> pd.DataFrame:
    """Causes are told of a component as a whole: of money narrowed by source or type their amounts say nothing."""
    return causes.assign(held_up_vnd=None) if chosen.is_part_of_money else causes


def why(row: pd.Series, written: Callable[[str], str] = str) -> str:
    """The cause the unit gave and what it asked for; or that it gave none. `written`: how its own words are put (screen: formats.plain)."""
    if is_missing(row.cause_name):
        return "Đơn vị chưa nêu nguyên nhân."
    asked = "" if is_missing(row.request) or not row.request else f" Đề nghị: {written(str(row.request))}."
    return f"Vì: {row.cause_name[:1].lower()}{row.cause_name[1:]}.{asked}"


def not_in(rounds: pd.DataFrame) -> pd.DataFrame:
    """The rounds with a report missing, or come late."""
    return rounds[(rounds["received_count"] < rounds["expected_count"]) | (rounds["late_count"] > 0)]


def summary(late: pd.DataFrame, slow: pd.DataFrame, far: pd.DataFrame, waiting: pd.DataFrame, on: date) -> str:
    """How much there is to decide on, in one sentence."""
    missing = int((waiting["expected_count"] - waiting["received_count"]).sum())
    told = f"{len(late)} đơn vị, {len(slow)} dự án, tiểu dự án chậm; {len(far)} chỉ tiêu của đơn vị khó đạt hoặc chưa đạt"
    return f"Đến {formats.day(on)}: {told}; {missing} báo cáo còn thiếu."


def _risk(row: pd.Series, ahead: pd.Series) -> str:
    """Money at risk by the forecast; where there is none, what is left."""
    if not is_missing(ahead.at_risk_high_vnd):
        return f"nguy cơ {outlook.at_risk(ahead)} triệu đồng"
    if is_missing(row.remaining_vnd):
        return f"kế hoạch {million(row.planned_vnd)} triệu đồng"
    return f"còn {million(row.remaining_vnd)} triệu đồng"


def _ordering(rows: pd.DataFrame, at_risk: pd.DataFrame) -> pd.Series:
    left = rows.set_index("code")["remaining_vnd"].astype("Float64").fillna(rows.set_index("code")["planned_vnd"].astype("Float64"))
    middle = (at_risk["at_risk_low_vnd"].astype("Float64") + at_risk["at_risk_high_vnd"].astype("Float64")) / 2
    return middle.fillna(left)


def _cause(row: pd.Series) -> str | None:
    if is_missing(row.cause_name):
        return None
    return f"{row.cause_name} ({million(row.held_up_vnd)} triệu đồng)" if not is_missing(row.held_up_vnd) else str(row.cause_name)
