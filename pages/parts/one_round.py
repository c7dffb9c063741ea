"""One round of reports: each of its reports with all its versions, whom to urge, and the letters that went out."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from pages.parts import arrivals, formats, show
from pages.parts.formats import is_missing

WAYS = {"axis": "trục liên thông văn bản", "post": "bưu điện", "email": "thư điện tử", "hand": "gửi trực tiếp"}
DOCX, ZIP = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip"


def of_round(rows: pd.DataFrame, round_code: str) -> pd.DataFrame:
    """The reports of one round, those that need a look first."""
    own = rows[rows["round_code"] == round_code]
    amiss = own["status"].map({"overdue": 0, "returned": 0, "pending": 1, "late": 2}).fillna(3)
    return own.assign(amiss=amiss).sort_values("amiss", kind="stable")


def urged(rows: pd.DataFrame) -> pd.DataFrame:
    """Whom to urge, with how late in words and how many letters went out."""
    return rows.assign(
        delay_told=[f"{'thiếu, quá hạn' if r.is_missing else 'muộn'} {r.day_count} ngày làm việc" for r in rows.itertuples()],
        letter_told=[f"{r.letter_count} công văn" if r.letter_count else "chưa gửi" for r in rows.itertuples()],
    )


def to_urge(rows: pd.DataFrame) -> str:
    """How many units a letter could go to, and how many had one."""
    if rows.empty:
        return "Kỳ này không có báo cáo quá hạn hay nộp muộn; không cần đôn đốc."
    missing, done = int(rows["is_missing"].sum()), int((rows["letter_count"] > 0).sum())
    told = [
        f"{missing} đơn vị thiếu báo cáo đã quá hạn" if missing else "",
        f"{len(rows) - missing} đơn vị nộp muộn" if missing < len(rows) else "",
    ]
    return f"{', '.join(filter(None, told))}; đã gửi công văn đôn đốc {done}/{len(rows)} đơn vị"


def shown(sent: pd.DataFrame, refused: pd.DataFrame) -> None:
    """All versions of one report, and why some were returned."""
    if sent.empty:
        st.write("Đơn vị chưa nộp bản nào cho kỳ này.")
        return
    show.table(
        _told(sent), "version_told", "state", "received_told", "accepted_on", "returned_on", "became", "received_by", "file_name",
        finding=f"{len(sent)} lần nộp", key="bao-cao-lan-nop", behind="Gồm cả bản đã trả lại, đã rút.",
    )  # fmt: skip
    if len(refused):
        show.table(
            refused, "returned_on", "file_name", "place", "reason",
            finding=f"{len(refused)} lý do trả lại", key="bao-cao-tra-lai", behind="Trang tính, ô: chỗ phải sửa trong tệp đơn vị gửi.",
        )  # fmt: skip


def _told(rows: pd.DataFrame) -> pd.DataFrame:
    reasons = [": " + r.decided_reason if not is_missing(r.decided_reason) and r.decided_reason else "" for r in rows.itertuples()]
    return rows.assign(
        became=[arrivals.BECAME[status] + reason for status, reason in zip(rows["status"], reasons, strict=True)],
        version_told=[f"bản {version}" if version else formats.MISSING for version in rows["version"]],
        received_told=[formats.moment(at) for at in rows["received_at"]],
    )


def drafts(late: pd.DataFrame, made: dict[str, Callable[[], bytes]], whole: tuple[str, Callable[[], bytes]]) -> None:
    """A draft of a letter for each unit to be urged, made when it is asked for; and all of them at once."""
    with st.container(horizontal=True, gap="small"):
        for name, (file, make) in zip(late["unit_short_name"], made.items(), strict=True):
            st.download_button(f"Dự thảo công văn: {name}", make, file_name=file, mime=DOCX, key=file, on_click="ignore")
        if len(made) > 1:
            st.download_button("Tất cả dự thảo (.zip)", whole[1], file_name=whole[0], mime=ZIP, key=whole[0], on_click="ignore")
    show.note("Dự thảo theo mẫu Word của văn phòng; số, ngày và chữ ký để trống. Gửi xong, ghi vào sổ ở dưới.")


def logged(letters: pd.DataFrame, extensions: pd.DataFrame, *, behind: str) -> None:
    """The letters sent and the time granted in the year."""
    if letters.empty:
        st.write("Chưa ghi công văn đôn đốc nào trong năm.")
    else:
        ready = letters.assign(way=[WAYS.get(code, code) for code in letters["way"]])
        show.table(
            ready, "sent_on", "number", "unit_short_name", "round_name", "way", "recipient", "note", "entered_by",
            finding=f"{len(ready)} công văn đôn đốc đã gửi trong năm", key="cong-van-da-gui", behind=behind,
        )  # fmt: skip
    if len(extensions):
        show.table(
            extensions, "unit_short_name", "round_name", "round_due_on", "due_on", "letter",
            finding=f"{len(extensions)} báo cáo được gia hạn", key="bao-cao-gia-han", behind=behind,
        )  # fmt: skip
