"""The files of one round on screen: what became of each, what can be decided, what versions differ in, blank workbooks, decisions."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import formats, show
from pages.parts.ask import ask
from pages.parts.receiving import found, named, to_send_back
from pages.parts.tell import intake
from queries import submissions

DECIDED = {
    "taken": "tiếp nhận", "returned": "trả lại", "withdrawn": "rút", "restored": "khôi phục", "round_closed": "đóng kỳ",
    "round_reopened": "mở lại kỳ",
}  # fmt: skip
DIFFERENT_MOST = 200


def files(sent: pd.DataFrame) -> None:
    """Every file of the round, and one of them to look into and decide about."""
    if sent.empty:
        st.write("Chưa nhận tệp nào.")
        return
    told = sent.assign(
        sent_kind_name=[intake.KIND_NAMES.get(kind, "không rõ") for kind in sent["sent_kind"]],
        version_told=[str(version) if version else formats.MISSING for version in sent["version"]],
        became_name=[intake.STATUS[became] for became in sent["became"]],
        **{f"{when}_told": [_moment(at) for at in sent[f"{when}_at"]] for when in ("received", "accepted", "returned")},
    )
    about = ("unit_short_name", "sent_kind_name", "state", "version_told", "became_name", "received_told", "accepted_told", "returned_told")
    st.table(formats.table(told, *about, "must_count", "warn_count", "file_name"))
    names = {row.submission_id: f"{named(row)} · {intake.STATUS[row.became]} · {row.file_name}" for row in sent.itertuples()}
    chosen = st.selectbox(
        "Xem một lần nộp", list(names), format_func=names.__getitem__, index=None, key="lan-nop", placeholder="Chọn", filter_mode=None
    )
    if chosen is not None:
        _one(next(row for row in sent.itertuples() if row.submission_id == chosen))


def _one(row: Any) -> None:
    s = row.submission_id
    problems = ask(submissions.problems, submission=s).to_dict("records")
    if problems:
        found(problems)
    st.code(intake.receipt_of(s), language=None, wrap_lines=True)
    to_send_back(s, "xem", has_problems=bool(problems))
    became, by_person = row.became, row.outcome != "refused"
    reason = st.text_input("Lý do (được lưu lại)", key=f"ly-do-{s}", max_chars=500)
    with st.container(horizontal=True):
        if became in ("standing", "waiting", "superseded") and st.button("Rút, trả lại đơn vị", key=f"rut-{s}"):
            intake.withdraw(s, reason)
        if became in ("superseded", "withdrawn") and st.button(f"Khôi phục bản {row.version}", key=f"khoi-phuc-{s}"):
            intake.restore(s, reason)
        if became == "refused" and by_person and st.button("Tiếp nhận lại", key=f"nhan-lai-{s}"):
            intake.take(s, reason)
        if became == "held":
            st.write("Quyết định ở mục “Đang chờ quyết định” bên trên.")


def versions(sent: pd.DataFrame) -> None:
    """What two versions of one report differ in, cell by cell; the newest two unless chosen otherwise."""
    read = sent[sent["version"] > 0]
    lines: dict[str, list[str]] = {}
    for row in read.itertuples():
        who = "không rõ đơn vị" if formats.is_missing(row.unit_short_name) else row.unit_short_name
        about = [who, intake.KIND_NAMES[row.sent_kind], formats.STATES[row.state], *([row.decision_number] if row.decision_number else [])]
        lines.setdefault(" · ".join(about), []).append(row.submission_id)
    several = {name: ids for name, ids in lines.items() if len(ids) > 1}
    if not several:
        st.write("Chưa có báo cáo nào được nộp từ hai bản trở lên.")
        return
    name = st.selectbox("Báo cáo", list(several), key="bao-cao-so", filter_mode=None)
    told = {row.submission_id: f"bản {row.version}, nhận {_moment(row.received_at)}" for row in read.itertuples()}
    left, right = st.columns(2)
    before = left.selectbox("Bản trước", several[name], index=1, format_func=told.__getitem__, key="ban-truoc", filter_mode=None)
    after = right.selectbox("Bản sau", several[name], index=0, format_func=told.__getitem__, key="ban-sau", filter_mode=None)
    rows = [
        (d.sheet, d.line, d.header, d.cell_before, _value(d.before, d.before_vnd), d.cell_after, _value(d.after, d.after_vnd))
        for d in intake.compared(before, after)
    ]
    if not rows:
        st.write("Hai bản không khác nhau ở ô nào.")
        return
    st.markdown(f"**{len(rows)} ô khác nhau giữa hai bản**")
    columns = ("sheet", "line_told", "field_told", "cell_before", "before_told", "cell_after", "after_told")
    st.table(formats.table(pd.DataFrame(rows[:DIFFERENT_MOST], columns=list(columns)), *columns))
    show.note(
        "Số tiền tính bằng triệu đồng; “—” là bản đó không có ô này."
        + (f" Còn {len(rows) - DIFFERENT_MOST} ô nữa." if len(rows) > DIFFERENT_MOST else "")
    )


def blanks(round_code: str) -> None:
    """The blank workbooks of the round: all as one archive, or one unit's."""
    plan = ask(submissions.last_plan, round_code=round_code)
    if plan.empty:
        st.write("Kỳ này không yêu cầu đơn vị nào báo cáo.")
        return
    names = dict(zip(plan["unit_code"], plan["unit_short_name"], strict=True))
    rows: dict[str, list[dict]] = {code: [] for code in names}
    for row in plan[plan["component_code"].notna()].to_dict("records"):
        rows[row["unit_code"]].append({key: _plain(value) for key, value in row.items() if not key.startswith("unit_")})
    show.note("Biểu trống đã điền sẵn đơn vị, kỳ, các dòng và kế hoạch vốn gần nhất; cột thực hiện để trống cho đơn vị điền.")
    file, make = intake.blank(round_code, rows)
    st.download_button(f"Tải biểu trống của {len(rows)} đơn vị (.zip)" if len(rows) > 1 else "Tải biểu trống", make, file_name=file,
                       key="bieu-moi-don-vi", on_click="ignore")  # fmt: skip
    unit = st.selectbox("Biểu trống của một đơn vị", list(names), format_func=names.__getitem__, key="bieu-don-vi", filter_mode=None)
    file, make = intake.blank(round_code, {unit: rows[unit]})
    st.download_button(f"Tải biểu trống: {names[unit]} (.xlsx)", make, file_name=file, key="bieu-mot-don-vi", on_click="ignore")


def closing(round_: pd.Series) -> None:
    """Close the round, or take it up again."""
    st.write(
        f"{round_.round_name}: hạn nộp {formats.day(round_.due_on)}, "
        + ("đã đóng; báo cáo đến sau được giữ và chờ." if round_.is_closed else "đang mở.")
    )
    reason = st.text_input("Lý do (được lưu lại)", key="ly-do-ky", max_chars=500)
    if round_.is_closed and st.button("Mở lại kỳ", key="mo-ky"):
        intake.reopen(round_.round_code, reason)
    if not round_.is_closed and st.button("Đóng kỳ", key="dong-ky"):
        intake.close(round_.round_code, reason)


def decisions(round_code: str | None) -> None:
    """What people decided about the round and its files."""
    made = ask(submissions.decisions, round_code=round_code)
    if made.empty:
        st.write("Chưa có quyết định nào về kỳ này.")
        return
    told = made.assign(decided_told=[_moment(at) for at in made["decided_at"]], decided_name=[DECIDED[what] for what in made["decided"]])
    st.table(formats.table(told, "decided_told", "decided_by", "decided_name", "unit_short_name", "file_name", "reason"))


def _moment(at: object) -> str:
    return formats.MISSING if formats.is_missing(at) else formats.moment(at)


def _value(text: str | None, vnd: int | None) -> str | None:
    return text if vnd is None else formats.million(vnd)


def _plain(value: object) -> object:
    return None if formats.is_missing(value) else int(value) if isinstance(value, (int, float)) else value
