"""Two sources beside each other: verdicts in words, the sentence on top, tables ready to show, and the ways to the cells on both sides."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import cell, formats, show
from pages.parts.formats import count, day, is_missing, million, plain

VERDICTS = {
    "equal": "khớp",
    "timing": "lệch thời điểm",
    "timing_likely": "có thể do lệch thời điểm, chờ kỳ sau",
    "real": "lệch thật",
    "only_treasury": "chỉ Kho bạc có",
    "only_unit": "chỉ đơn vị có",
    "only_decision": "chỉ quyết định có",
}
REAL = ("real", "only_treasury", "only_unit", "only_decision")
TIMING = ("timing", "timing_likely")
ABOUT = ("unit_short_name", "component_short_name", "fund_source_name")
TOLD = ("verdict_name", "since_on", "age_count", "reason_told", "owner", "explained_due_on")
TREASURY = (*ABOUT, "treasury_vnd", "reported_vnd", "difference_vnd", "unexplained_vnd", "reported_on", *TOLD)
LINES = (
    *ABOUT, "capital_type_name", "capital_year", "treasury_vnd", "reported_vnd", "difference_vnd", "reported_on", "next_vnd", "next_on",
    "verdict_name", "treasury_place", "report_place",
)  # fmt: skip
PLANS = (
    *ABOUT, "capital_type_name", "capital_year", "reported_planned_vnd", "decided_vnd", "difference_vnd", "reported_on", "decided_on",
    "decision_number", *TOLD,
)  # fmt: skip
SYNTHESES = (
    "unit_short_name", "round_name", "component_short_name", "fund_source_name", "synthesis_vnd", "districts_vnd", "departments_vnd",
    "difference_vnd", "missing_names", "verdict_name", "age_count", "reason_told", "owner", "explained_due_on",
)  # fmt: skip
RULE = (
    "Lệch thời điểm: số Kho bạc nằm giữa hai báo cáo liền nhau của đơn vị, không báo cáo nào cùng ngày với Kho bạc; "
    "chưa có báo cáo sau thì chờ kỳ sau. Lệch cùng ngày, thấp hơn báo cáo trước hoặc cao hơn báo cáo sau là lệch thật. "
    "Hai nguồn đặt cạnh nhau, không cộng vào nhau."
)
PLAN_RULE = "Lệch thời điểm: số đơn vị ghi khớp quyết định có hiệu lực ở ngày báo cáo, quyết định sau đó mới đổi."
SYNTHESIS_RULE = (
    "Khớp: bằng tổng các huyện, hoặc bằng tổng các huyện và các sở. "
    "Lệch thời điểm: có huyện chưa có báo cáo đúng ngày chốt của bản tổng hợp. "
    "Tổng hợp ngành chỉ để đối chiếu, không cộng vào số của huyện."
)


def ready(answer: pd.DataFrame) -> pd.DataFrame:
    """The answer with its verdict, its explanation and both sides in words and columns of their own."""
    told = [_reason(row) for _, row in answer.iterrows()] if "reason_name" in answer else None
    renamed = {"disbursed_vnd": "reported_vnd", "planned_vnd": "reported_planned_vnd", "due_on": "explained_due_on"}
    rows = answer.rename(columns=renamed).assign(verdict_name=answer["verdict"].map(VERDICTS))
    return rows if told is None else rows.assign(reason_told=told)


def _reason(row: pd.Series) -> str:
    if is_missing(row.reason_name):
        return ""
    settled = " (đã giải quyết)" if row.is_settled else ""
    return f"{row.reason_name}{': ' + row.reason if row.reason else ''}{settled}"


def columns(rows: pd.DataFrame, *named: str) -> list[str]:
    """The columns worth their place: an explanation nobody gave, or a part that is the whole difference, says nothing."""
    same = {"unexplained_vnd"} if "unexplained_vnd" in rows and (rows["unexplained_vnd"] == rows["difference_vnd"].abs()).all() else set()
    empty = {c for c in (*TOLD[1:], "missing_names") if c in named and (rows[c].isna() | (rows[c] == "")).all()}
    return [c for c in named if c not in same | empty]


def real(rows: pd.DataFrame) -> pd.DataFrame:
    """What time does not explain, the most money first."""
    return rows[rows["verdict"].isin(REAL)]


def counted(rows: pd.DataFrame, amounts: pd.Series) -> str:
    """How many lines agree, how many time explains, how many differ, by how much; `amounts` are what the lines differ by."""
    apart, timing = rows["verdict"].isin(REAL), int(rows["verdict"].isin(TIMING).sum())
    by = f" ({million(amounts[apart].abs().sum())} triệu đồng)" if apart.any() else ""
    told = f"{int((rows['verdict'] == 'equal').sum())}/{len(rows)} dòng khớp, {timing} lệch thời điểm, {int(apart.sum())} lệch thật{by}"
    open_ = int((apart & rows["reason_name"].isna()).sum())
    return told + (f", trong đó {open_} chưa có lý do" if open_ else "")


def headline(rows: pd.DataFrame, extract_on: date | None, plan_year: int) -> str:
    """The state of the newest, or chosen, figures of the Treasury."""
    if extract_on is None:
        return f"Năm {plan_year} chưa có số liệu Kho bạc để đối chiếu."
    if rows.empty:
        return f"Kho bạc ngày {day(extract_on)}: không có dòng nào trong phạm vi này."
    return f"Kho bạc ngày {day(extract_on)}: {counted(rows, rows['unexplained_vnd'])}."


def named(extracts: pd.DataFrame) -> dict[str, str]:
    """The extracts to choose from, by date."""
    return {
        formats.as_date(row.extract_on).isoformat(): f"{day(row.extract_on)} · {row.numbers} · nhận {day(row.received_on)}"
        for row in extracts.itertuples()
    }


def sums(rows: pd.DataFrame) -> dict[str, str]:
    """What each source says of these lines, apart."""
    apart = rows[rows["verdict"].isin(REAL)]
    return {
        "Kho bạc (triệu đồng)": million(rows["treasury_vnd"].sum()),
        "Đơn vị báo (triệu đồng)": million(rows["reported_vnd"].sum()),
        "Dòng lệch thật": count(len(apart)),
        "Chưa có lý do": count(int(apart["reason_name"].isna().sum())),
    }


def behind(extract: pd.Series, written: Callable[[str], str] = str) -> str:
    """Which paper of the Treasury stands behind the figures, and whom it leaves out. `written`: how numbers are put (screen: plain)."""
    left_out = "" if is_missing(extract.missing_names) else f" Không có trong bản này, nên không đối chiếu: {extract.missing_names}."
    told = f"Số liệu Kho bạc {written(extract.numbers)}, ngày {day(extract.extract_on)}, {count(extract.unit_count)} đơn vị"
    return f"{told}; báo cáo đơn vị có hiệu lực ở ngày ấy. Gồm vốn kéo dài.{left_out}"


def finding(apart: pd.DataFrame, who: str) -> str:
    """The greatest difference that time does not explain, in words."""
    if apart.empty:
        return f"{who} không có dòng nào lệch thật"
    most = apart.iloc[0]
    where = f"{most.unit_short_name}, {most.component_short_name}, {most.fund_source_name}"
    told = f"{who} lệch thật ở {len(apart)} dòng; nhiều nhất: {where}, {million(abs(most.difference_vnd))} triệu đồng"
    beyond = abs(most.difference_vnd) if is_missing(most.get("unexplained_vnd")) else most.unexplained_vnd
    return told if beyond == abs(most.difference_vnd) else f"{told}, trong đó {million(beyond)} ngoài lệch thời điểm"


def tolerance(office: pd.Series) -> str:
    """Up to which difference two amounts agree, and on whose authority."""
    share = f" hoặc {formats.rounded_share(office.difference_share)} số lớn hơn" if office.difference_share else ""
    return f"Khớp: lệch không quá {formats.number(office.difference_vnd / formats.MILLION, 1)} triệu đồng{share} (mức do văn phòng đặt)."


def cells(rows: pd.DataFrame) -> None:
    """Links to the cells that say so: a line per difference, with both sides."""
    for row in rows.head(20).itertuples():
        said = f"{row.unit_short_name}, {row.component_short_name}, {row.fund_source_name} {row.capital_type_name} {row.capital_year}"
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":small[{plain(said)}: {million(row.difference_vnd)} triệu đồng.]", width="content")
            _to_cell("Kho bạc", row.treasury_submission, row.treasury_place)
            _to_cell("đơn vị", row.report_submission, row.report_place)


def _to_cell(whose: str, submission: str, place: str) -> None:
    if not is_missing(submission) and not is_missing(place):
        sheet, _, at = str(place).rpartition("!")
        cell.link(f"Ô của {whose}: {at}, trang “{sheet}”", submission, sheet, at)


def listed(rows: pd.DataFrame, wanted: tuple[str, ...], finding: str, *, key: str, behind: str) -> None:
    """Lines of two sources beside each other, under their finding."""
    show.table(rows, *columns(rows, *wanted), finding=finding, key=key, behind=behind)
