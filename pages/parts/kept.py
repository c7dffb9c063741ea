"""Frozen versions on their page: which there are and whether each is whole, how one is made, and which submissions one stands on."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import cell, filters, formats, paths, show, tell
from pages.parts.ask import Frozen, altered, digest, freezes
from pages.parts.formats import count, day, is_missing, moment, plain

OVERVIEW, MEETING = "pages/overview/overview.py", "pages/meeting/meeting.py"
NONE = "Chưa có bản chốt nào. Chốt số liệu trước cuộc họp để mọi trang, mọi văn bản của cuộc họp giữ nguyên về sau."
WHOLE = "đúng như lúc chốt"


def headline(here: Frozen | None, known: list[Frozen], total: pd.Series, chosen: filters.Chosen) -> str:
    """What the page is about: the frozen version with its figures, or how many there are."""
    if here:
        of = f" ({', '.join(chosen.words.values())})" if chosen.words else ""
        told = formats.pair(total.disbursed_vnd, total.planned_vnd, total.disbursed_share)
        return plain(f"“{here.name}”: đến {day(chosen.on)} giải ngân{of} {told}.")
    if not known:
        return "Chưa có bản chốt nào."
    return plain(f"{len(known)} bản chốt; gần nhất: “{known[0].name}”, số liệu đến {day(known[0].on)}.")


def told() -> pd.DataFrame:
    """Every frozen version, the newest first, with what a table shows of it."""
    wrong = altered()
    return pd.DataFrame([
        {
            "code": one.code, "frozen_name": one.name, "plan_year_told": str(one.plan_year), "until_on": one.on,
            "frozen_told": moment(one.at), "frozen_by": one.by, "digest_told": one.digest[:12], "submission_count": one.submission_count,
            "whole_told": next((said for said in wrong if f"“{one.name}”" in said), WHOLE),
        }
        for one in freezes()
    ])  # fmt: skip


def listed(rows: pd.DataFrame) -> None:
    """The frozen versions, and the way into each; rows of `told`."""
    if rows.empty:
        st.info(NONE)
        return
    show.table(
        rows, "frozen_name", "plan_year_told", "until_on", "frozen_told", "frozen_by", "digest_told", "submission_count", "whole_told",
        finding=f"{len(rows)} bản chốt, mới nhất trước", key="ban-chot",
        behind="Bản chốt được giữ mãi, không sửa; mã là 12 ký tự đầu của SHA-256, được kiểm tra lại mỗi khi mở.",
    )  # fmt: skip
    for row in rows.itertuples():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":small[Mở “{plain(row.frozen_name)}”:]", width="content")
            to = {"frozen": row.code, "year": row.plan_year_told, "cut_off": row.until_on.isoformat()}
            paths.link(OVERVIEW, "Tổng quan", **to)
            paths.link(MEETING, "Kết luận, thay đổi", again=True, **to)


def freezing(chosen: filters.Chosen, coverage: pd.Series, version: str) -> None:
    """The form that freezes what is in force, for the cut-off chosen in the side bar; says exactly what will be kept."""
    st.subheader("Chốt số liệu cho cuộc họp", anchor=False)
    show.lines(
        f"Sẽ chốt toàn bộ số liệu hiện hành (phiên bản {version}), mở ra ở năm ngân sách {chosen.plan_year}, "
        f"số liệu tính đến {day(chosen.on)} (chọn năm, ngày ở thanh bên).",
        f"{count(coverage.exact_count)}/{count(coverage.unit_count)} đơn vị có số liệu đúng ngày {day(chosen.on)}.",
        "Bản chốt không sửa, không xóa được; báo cáo nộp sau, sửa sau không làm nó thay đổi.",
        _unchanged(),
    )  # fmt: skip
    if tell.officer_or_ask() is None:
        return
    with st.form("chot-so-lieu"):
        name = st.text_input("Tên bản chốt", key="ten-ban-chot", placeholder=f"Giao ban tháng {chosen.on:%m/%Y}")
        sure = st.checkbox("Tôi đã kiểm tra năm, ngày số liệu và đồng ý chốt", key="dong-y-chot")
        if not st.form_submit_button("Chốt số liệu", type="primary"):
            return
    if not name.strip():
        st.error("Chưa chốt: cần đặt tên, ví dụ tên cuộc họp.")
    elif not sure:
        st.error("Chưa chốt: cần đánh dấu đã kiểm tra và đồng ý.")
    else:
        tell.freeze(name, chosen.plan_year, chosen.on)


def _unchanged() -> str:
    """That the figures in force are those of a version already frozen; "" where they are not."""
    same = next((one for one in freezes() if one.digest == digest()), None)
    return f"Số liệu chưa thay đổi từ bản chốt “{plain(same.name)}” (chốt lúc {moment(same.at)}); vẫn chốt được." if same else ""


def what(one: Frozen) -> None:
    """What a frozen version is, in sentences."""
    show.lines(
        f"Năm ngân sách {one.plan_year}, số liệu tính đến {day(one.on)}; chốt lúc {moment(one.at)}, người chốt: {plain(one.by)}.",
        f"Gồm {count(one.submission_count)} lần nộp có hiệu lực lúc chốt, mọi năm; phiên bản số liệu {one.figures_version}.",
        f"Mã SHA-256: {one.digest}.",
    )


def stands_on(rows: pd.DataFrame, on: date) -> None:
    """The submissions whose figures stand at the cut-off, and the way into the file of one; of versions.submissions."""
    used = ready(rows[rows["is_in_use"]])
    show.table(
        used, "unit_short_name", "sent_told", "cut_off_on", "version_told", "received_told", "received_by", "hash_told",
        finding=f"{len(used)} lần nộp có số liệu dùng cho ngày {day(on)}", key="lan-nop-ban-chot",
        behind="Báo cáo mới nhất của mỗi đơn vị đến ngày đó, các quyết định giao và số công bố đang có hiệu lực.",
    )  # fmt: skip
    names = {r.submission_id: f"{r.unit_short_name}: {r.sent_told}, {r.version_told}" for r in used.itertuples()}
    picked = st.selectbox(
        "Mở tệp đã gửi", list(names), index=None, format_func=names.__getitem__, key="mo-lan-nop", placeholder="Chọn một lần nộp"
    )
    if picked:
        cell.link(f"Xem tệp: {names[picked]}", picked, "", "")


def ready(rows: pd.DataFrame) -> pd.DataFrame:
    """With the words of a table: `sent_told`, `version_told`, `received_told`, `hash_told`."""
    sent = list(rows.itertuples())
    return rows.assign(
        sent_told=[_sent(r) for r in sent],
        version_told=[f"{count(r.version)} ({formats.STATES.get(r.state, r.state)})" for r in sent],
        received_told=[moment(r.received_at) for r in sent],
        hash_told=[r.file_sha256[:12] for r in sent],
    )


def _sent(r: Any) -> str:
    since = "" if is_missing(r.effective_on) else f" (hiệu lực {day(r.effective_on)})"
    return f"{r.decision_number if is_missing(r.round_name) else r.round_name}{since}"
