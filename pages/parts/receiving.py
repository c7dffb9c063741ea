"""Receiving reports on screen: what became of each uploaded file and why, what waits for a person's word, and what can be decided of it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import formats, show
from pages.parts.ask import ask
from pages.parts.tell import intake
from queries import submissions

SHOWN_MOST = 50  # things found in one file; the marked copy lists all
WAITING_MOST = 20
SENT_MOST = 50  # MB that reach us at all, more than are read, so that our own sentence says that a file is too large
OUTCOMES = {
    "accepted": ("✅", "Đã tiếp nhận"),
    "held": ("🟡", "Có cảnh báo, chờ quyết định ở mục “Đang chờ quyết định”"),
    "refused": ("❌", "Trả lại"),
    "waiting": ("📦", "Giữ lại: kỳ đã đóng, báo cáo chờ mở lại kỳ"),
    "known": ("🔁", "Tệp này đã có"),
}
COUNTED = {"accepted": "tiếp nhận", "held": "chờ quyết định", "refused": "trả lại", "waiting": "chờ mở lại kỳ", "known": "đã có từ trước"}
SEVERITIES = {"refuse": "Phải sửa", "warn": "Cảnh báo"}


def upload() -> None:
    """The place to drop workbooks on, and beneath it what became of each."""
    show.note(
        "Kéo nhiều tệp một lúc vào khung, hoặc bấm nút trong khung để chọn (chữ tiếng Anh trong khung là của trình duyệt). "
        f"Mỗi tệp không quá {intake.most_megabytes()} MB (số MB ghi trong khung là giới hạn đường truyền). "
        "Tệp không lỗi được tiếp nhận ngay; tệp có cảnh báo chờ người tiếp nhận quyết định."
    )
    words = "Tệp báo cáo Excel của đơn vị (.xlsx, .xlsm, .xls, .ods)"
    uploads = st.file_uploader(words, accept_multiple_files=True, key="tep", max_upload_size=SENT_MOST)
    examined = intake.receive(uploads or [])
    if not examined:
        return
    counts = {words: sum(e.outcome == outcome for e in examined) for outcome, words in COUNTED.items()}
    st.markdown(f"**Đã kiểm tra {len(examined)} tệp: {'; '.join(f'{n} {words}' for words, n in counts.items() if n)}.**")
    held = set(ask(submissions.received, every_round=True, became="held")["submission_id"])
    for one in examined:
        _examined(one, is_decided=one.outcome == "held" and one.submission_id not in held)
    _against_others(tuple(e.submission_id for e in examined if e.submission_id and e.outcome == "accepted"))


def _examined(one: intake.Examined, *, is_decided: bool) -> None:
    mark, words = OUTCOMES[one.outcome] if not is_decided else ("☑️", "Có cảnh báo, đã quyết định")
    with st.container(border=True):
        note = f" ({formats.plain(one.note)})" if one.note else ""
        st.markdown(f"{mark} **{formats.plain(one.name)}**: {words}{note}.")
        if one.problems:
            found(one.problems)
        if one.submission_id:
            to_send_back(one.submission_id, "vua", has_problems=bool(one.problems))


def found(problems: Sequence[dict[str, str]]) -> None:
    """What was found in one file: where, what stands there, what is expected; what has to be put right first."""
    rows = pd.DataFrame([p | {"severity_name": SEVERITIES[p["severity"]], "finding_told": p["sentence"]} for p in problems[:SHOWN_MOST]])
    st.table(formats.table(rows, "severity_name", "sheet", "cell", "found", "expected", "finding_told"))
    if len(problems) > SHOWN_MOST:
        show.note(f"Còn {len(problems) - SHOWN_MOST} chỗ nữa, xem trong bản đánh dấu.")


def to_send_back(submission_id: str, place: str, *, has_problems: bool) -> None:
    """What an officer sends to the unit: the receipt, and the workbook with its cells marked."""
    with st.container(horizontal=True):
        st.download_button(
            "Tải giấy báo nhận", intake.receipt_of(submission_id), file_name=f"giay-bao-nhan-{submission_id}.txt", mime="text/plain",
            key=f"giay-{place}-{submission_id}", on_click="ignore",
        )  # fmt: skip
        if has_problems:
            name, make = intake.marked_copy(submission_id)
            st.download_button(
                "Tải bản đánh dấu lỗi", make, file_name=name, key=f"danh-dau-{place}-{submission_id}", on_click="ignore",
                mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            )  # fmt: skip


def _against_others(accepted: tuple[str, ...]) -> None:
    """What the rules across reports say of what was just accepted; it changes nothing about acceptance (figures.md 11)."""
    if not accepted:
        return
    warnings = ask(submissions.compared, submissions=accepted)
    if warnings.empty:
        show.note("So với các báo cáo khác và kế hoạch: không có cảnh báo nào về các tệp vừa tiếp nhận.")
        return
    st.markdown(f"**So với các báo cáo khác và kế hoạch: {len(warnings)} cảnh báo về các tệp vừa tiếp nhận (vẫn được tiếp nhận)**")
    told = warnings.assign(finding_told=warnings["sentence"]).head(SHOWN_MOST)
    st.table(formats.table(told, "file_name", "sheet", "cell", "finding_told"))


def waiting() -> None:
    """What waits for a person's word, whoever uploaded it and whenever."""
    held = ask(submissions.received, every_round=True, became="held")
    st.header(f"Đang chờ quyết định: {len(held)} tệp" if len(held) else "Đang chờ quyết định", anchor=False)
    if held.empty:
        st.write("Không có tệp nào chờ quyết định.")
        return
    for place, row in enumerate(held.iloc[::-1].head(WAITING_MOST).itertuples()):  # the longest waiting first
        title = formats.plain(f"{named(row)}: {row.file_name}, {row.warn_count} cảnh báo")
        with st.expander(title, expanded=place == 0):
            st.write(f"Nhận lúc {formats.moment(row.received_at)}, người nhận: {formats.plain(row.received_by)}.")
            found(ask(submissions.problems, submission=row.submission_id).to_dict("records"))
            to_send_back(row.submission_id, "cho", has_problems=True)
            reason = st.text_input("Lý do (bắt buộc khi trả lại)", key=f"ly-do-cho-{row.submission_id}", max_chars=500)
            with st.container(horizontal=True):
                if st.button("Tiếp nhận", key=f"nhan-{row.submission_id}", type="primary"):
                    intake.take(row.submission_id, reason)
                if st.button("Trả lại", key=f"tra-{row.submission_id}"):
                    intake.give_back(row.submission_id, reason)
    if len(held) > WAITING_MOST:
        show.note(f"Còn {len(held) - WAITING_MOST} tệp nữa; chúng hiện ra khi các tệp trên đã được quyết định.")


def named(row: Any) -> str:
    """What a file is, in the words of the office: unit, round or document, version."""
    who = getattr(row, "unit_short_name", None)
    what = row.round_name or (f"văn bản {row.decision_number}" if row.decision_number else "không rõ kỳ")
    parts = [who if not formats.is_missing(who) else "không rõ đơn vị", str(what)]
    return " · ".join([*parts, *([f"bản {row.version}"] if row.version else [])])
