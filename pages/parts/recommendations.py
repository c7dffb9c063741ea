"""Recommendations in words: how many wait, which are overdue and since when, how one of them went, and whether it is a repetition."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import formats, paths, show
from pages.parts.formats import count, day, is_missing, million
from pages.parts.tell import monitoring as telling

MODES = {"onsite": "thực tế", "report": "qua báo cáo"}
STATUSES = {"open": "chưa khắc phục", "remedied": "chờ xác minh", "closed": "đã khắc phục", "reopened": "mở lại"}
STEPS = {"remedied": "báo khắc phục", "closed": "xác minh: đạt", "reopened": "xác minh: chưa đạt, mở lại"}
SHOWN = {  # code of the address → which recommendations the table lists
    "chua": "Chưa khắc phục",
    "qua-han": "Quá hạn",
    "cho-xac-minh": "Chờ xác minh",
    "da-dong": "Đã khắc phục",
    "tat-ca": "Tất cả",
}
COLUMNS = (
    "held_by_short_name", "recommendation", "finding", "component_short_name", "amount_vnd", "deadline_on", "standing_told",
    "followed_by", "visit_told",
)  # fmt: skip
RULE = (
    "Quá hạn: qua thời hạn (ngày lịch) mà chưa báo khắc phục; chờ xác minh không tính quá hạn. "
    "Khắc phục đúng hạn: đã xác minh, ngày khắc phục không sau thời hạn đầu tiên."
)
PASSED = "Kiến nghị chưa xong của đơn vị đã sắp xếp lại ghi theo đơn vị kế tục ở ngày đó."
ON_WALL = 6


def headline(rows: pd.DataFrame) -> str:
    """How many wait, how many are overdue, how long the oldest is: "12 kiến nghị chưa khắc phục, 5 quá hạn, lâu nhất 143 ngày"."""
    waiting, late, told = (
        rows["status"].isin(("open", "reopened")),
        rows["is_overdue"].astype(bool),
        int((rows["status"] == "remedied").sum()),
    )
    if rows.empty:
        return "Chưa có kiến nghị nào trong phạm vi này."
    if not waiting.any() and not told:
        whole = f"Cả {len(rows)} kiến nghị" if len(rows) > 1 else "Kiến nghị duy nhất"
        return f"{whole} đã khắc phục và được xác minh."
    parts = [f"{int(waiting.sum())} kiến nghị chưa khắc phục"]
    parts += (
        [f"{int(late.sum())} quá hạn, lâu nhất {count(rows['overdue_day_count'].max())} ngày"]
        if late.any()
        else ["không có kiến nghị quá hạn"]
    )
    return ", ".join(parts) + (f"; {told} chờ xác minh." if told else ".")


def ready(rows: pd.DataFrame) -> pd.DataFrame:
    """With the words of a table: `deadline_on`, `standing_told`, `visit_told`."""
    listed = list(rows.itertuples())
    return rows.assign(
        deadline_on=rows["due_on"],
        standing_told=[_standing(r) + _repeated(r) for r in listed],
        visit_told=[f"{r.unit_short_name}, {MODES.get(r.visit_mode, '')}, {day(r.found_on)}" for r in listed],
    )


def of(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    """The recommendations that a choice lists."""
    statuses = {"chua": ("open", "reopened"), "cho-xac-minh": ("remedied",), "da-dong": ("closed",)}
    return rows[rows["is_overdue"].astype(bool)] if code == "qua-han" else rows[rows["status"].isin(statuses.get(code, tuple(STATUSES)))]


def agenda(rows: pd.DataFrame) -> None:
    """The longest overdue, one under the other, for a wall."""
    late = of(rows, "qua-han")
    for number, r in enumerate(late.head(ON_WALL).itertuples(), start=1):
        told = formats.plain(f"{r.held_by_short_name}: quá hạn {count(r.overdue_day_count)} ngày, hạn {day(r.due_on)}")
        st.markdown(f"**{number}. {told}**{_money(r)}")
        show.note(formats.plain(str(r.recommendation)))
    if len(late) > ON_WALL:
        show.note(f"và {len(late) - ON_WALL} kiến nghị quá hạn khác")


def of_units(rows: pd.DataFrame) -> str:
    """What the table by unit says, with the denominators."""
    judged, done = int(rows["judged_count"].sum()), int(rows["remedied_in_time_count"].sum())
    if not judged:
        return "Chưa kiến nghị nào đến hạn"
    told = f"{done}/{judged} kiến nghị đã đến hạn được khắc phục đúng hạn và xác minh ({formats.share(done / judged)})"
    waiting = int(rows["unverified_count"].sum())
    return told + (f"; {waiting} chờ xác minh, chưa tính là khắc phục" if waiting else "")


def course(row: Any, steps: pd.DataFrame) -> None:
    """One recommendation from its visit to where it stands, in order."""
    said = [
        f"{day(row.found_on)}: giám sát {MODES.get(row.visit_mode, '')} tại {row.unit_short_name}, đợt {row.visit_round}"
        + (f"; căn cứ {row.legal_reference}" if row.legal_reference and not is_missing(row.legal_reference) else ""),
        f"Tồn tại ({row.finding_kind_name}): {row.finding}{_money(row)}",
        f"Kiến nghị: {row.recommendation}; thời hạn {day(row.first_due_on)}",
    ]
    said += [f"Đã chuyển cho {row.held_by_short_name} (đơn vị kế tục)"] if row.has_passed else []
    said += [f"{day(s.happened_on)}: {STEPS[s.step]}{_by(s)}{_told(s)}" for s in steps.itertuples()]
    said += [f"Hiện nay: {_standing(row)}{_repeated(row)}"]
    show.lines(*(formats.plain(sentence) for sentence in said))


def one(rows: pd.DataFrame, steps: pd.DataFrame) -> None:
    """One recommendation to choose, and how it went; its evidence to take away."""
    if rows.empty:
        return
    named = {r.finding_id: f"{r.held_by_short_name} · {r.recommendation[:90]}" for r in rows.itertuples()}
    picked = st.selectbox(
        "Diễn biến một kiến nghị", list(named), index=None, format_func=named.__getitem__, key="xem-kien-nghi", placeholder="Chọn kiến nghị"
    )
    if picked is None:
        return
    own = steps[steps["finding_id"] == picked]
    course(next(r for r in rows.itertuples() if r.finding_id == picked), own)
    for s in own[own["evidence_sha256"].notna()].itertuples():
        telling.evidence(s.evidence_sha256, s.evidence_suffix, s.evidence_name, key=f"minh-chung-{s.step_id}")


def doors(by_unit: pd.DataFrame, reporting: pd.DataFrame) -> None:
    """Links to the units that have recommendations; units that do not report have no page of their own."""
    known = by_unit[by_unit["held_by_code"].isin(reporting["unit_code"])]
    paths.doors(known.assign(unit_code=known["held_by_code"], unit_short_name=known["held_by_short_name"]))


def _standing(r: Any) -> str:
    if r.is_overdue:
        told = f"quá hạn {count(r.overdue_day_count)} ngày"
        return told + (" (mở lại)" if r.status == "reopened" else "")
    if r.status == "closed":
        return f"đã khắc phục {day(r.remedied_on if not is_missing(r.remedied_on) else r.closed_on)}" + (
            ", đúng hạn" if r.is_on_time else ", muộn"
        )
    if r.status == "remedied":
        return f"chờ xác minh (báo khắc phục {day(r.remedied_on)})"
    return STATUSES[r.status] + (", chưa có thời hạn" if is_missing(r.due_on) else ", chưa đến hạn")


def _repeated(r: Any) -> str:
    return "" if is_missing(r.earlier_plan_year) else f"; lặp lại tồn tại của năm {r.earlier_plan_year}"


def _money(r: Any) -> str:
    return "" if is_missing(r.amount_vnd) else f" ({million(r.amount_vnd)} triệu đồng)"


def _by(s: Any) -> str:
    return "" if is_missing(s.done_by) or not s.done_by else f", {s.done_by}"


def _told(s: Any) -> str:
    parts = [
        text for text in (s.told, s.evidence_note if s.evidence_note != s.told else None, s.evidence_name) if not is_missing(text) and text
    ]
    parts += [f"hạn mới {day(s.new_due_on)}"] if not is_missing(s.new_due_on) else []
    return f": {'; '.join(parts)}" if parts else ""


def behind(rows: pd.DataFrame, told: str) -> str:
    """What stands behind a table of recommendations: the clock, how many visits they come from, whose names they stand under."""
    passed = f" {PASSED}" if rows["has_passed"].any() else ""
    return f"{told} Từ {rows['visit_id'].nunique()} cuộc giám sát có kiến nghị, mọi năm.{passed}"
