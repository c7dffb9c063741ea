"""Where a figure comes from: the cell of the submitted sheet with what stands around it, the file, its version, its sender.

Any page leads here by `cell.link`; the address names the cell, so that it can be copied and opened.
"""

import pandas as pd
import streamlit as st

from pages.parts import formats, own, paths, show, tell
from pages.parts.ask import ask
from pages.parts.formats import count, day, is_missing, moment, plain
from queries import quality

PAGE, KEY = "pages/quality/quality.py", "o"
STATUS = {
    "standing": "đang có hiệu lực", "superseded": "đã được bản sau thay thế", "withdrawn": "đã rút", "waiting": "chờ mở lại kỳ",
    "held": "chờ người tiếp nhận", "refused": "đã trả lại",
}  # fmt: skip


def link(label: str, submission: str, sheet: str, cell: str, *, again: bool = False, strong: bool = False) -> None:
    """A link to a cell of a submission; `cell` "" is the whole sheet. `again`: from the page that shows it."""
    paths.link(PAGE, label, own={KEY: f"{submission}!{sheet}!{cell}"}, again=again, strong=strong)


def asked() -> tuple[str, str, str] | None:
    """The submission, sheet and cell that the address names."""
    submission, _, place = (own.told(KEY) or "").partition("!")
    sheet, _, cell = place.rpartition("!")
    return (submission, sheet, cell) if submission else None


def shown(submission: str, sheet: str, cell: str) -> None:
    """The cell, or the sheet, on a page."""
    found = ask(quality.sent, submission=submission)
    if found.empty:
        st.info("Liên kết nêu một lần nộp không có trong số liệu, hoặc ngoài phạm vi được xem.")
        return
    sent, rows = found.iloc[0], ask(quality.around, submission=submission, sheet=sheet, cell=cell)
    st.header(headline(sent, rows, sheet, cell), anchor=False)
    show.lines(*file_told(sent))
    warnings = ask(quality.of_submission, submission=submission)
    here = (warnings["sheet"] == sheet) & (warnings["cell"] == cell)
    if here.any():
        st.subheader("Cảnh báo về ô này" if cell else "Cảnh báo về trang này", anchor=False)
        show.lines(*(f"**{plain(row.rule_name)}**: {plain(row.sentence)}" for row in warnings[here].itertuples()))
    st.subheader("Trong tệp đã gửi", anchor=False)
    if rows.empty:
        st.write(nothing(sent, cell))
    else:
        st.table(excerpt(rows).style.hide(axis="index"))
        show.note("Các dòng liền trên và liền dưới, ở những cột có số liệu; số tiền quy ra đồng. Dòng, cột đánh số như trong tệp.")
    _file(sent)
    _over_rounds(submission, sheet, cell)
    others = warnings[~here].drop_duplicates(["sheet", "cell", "rule"])
    if len(others):
        st.subheader(f"Cảnh báo khác của tệp này: {len(others)}", anchor=False)
        for row in others.itertuples():
            link(f"{place(row.sheet, row.cell)}: {row.rule_name}", submission, row.sheet, row.cell, again=True)


def place(sheet: str, cell: str) -> str:
    """A place in a workbook, in words."""
    return ", ".join(told for told in (f"ô {cell}" if cell else "", f"trang “{sheet}”" if sheet else "cả tệp") if told)


def headline(sent: pd.Series, rows: pd.DataFrame, sheet: str, cell: str) -> str:
    """What stands in the cell, and whose it is."""
    where = place(sheet, cell)
    told = f"{sent.unit_short_name}, {of_what(sent)}: {where}"
    at = rows[rows["is_asked"]] if len(rows) else rows
    if at.empty:
        return plain(told)
    one = at.iloc[0]
    read = "" if is_missing(one.amount_vnd) else f", đọc là {count(one.amount_vnd)} đồng"
    return plain(f"{told} ghi “{one.text}”{read} ({one.line_name}; {one.header})")


def of_what(sent: pd.Series) -> str:
    """The round of a report, or the number of a paper."""
    return str(sent.decision_number if is_missing(sent.round_name) else sent.round_name)


def file_told(sent: pd.Series) -> list[str]:
    """Which file it is, and when it came."""
    until = "" if is_missing(sent.cut_off_on) else f", số liệu đến {day(sent.cut_off_on)}"
    version = "" if is_missing(sent.version) else f", bản {count(sent.version)}"
    state = formats.STATES.get(sent.state, sent.state)
    return [
        f"Tệp {plain(sent.file_name)}{version} ({state}{until}), {STATUS.get(sent.status, sent.status)}.",
        f"Nhận lúc {moment(sent.received_at)}, người nhận: {plain(sent.received_by)}. Mã tệp (SHA-256): {sent.file_sha256[:12]}…",
    ]


def excerpt(rows: pd.DataFrame) -> pd.DataFrame:
    """The cells as they lie in the sheet, one row per row; the asked one bold and said in words."""
    letters = rows["cell"].str.extract(r"^([A-Z]+)", expand=False)
    order = sorted(set(letters), key=lambda text: (len(text), text))
    heads = {c: f"{c}: {plain(rows.loc[letters == c, 'header'].iloc[0] or '')}" for c in order}
    lines = {}
    for row, column in zip(rows.itertuples(), letters, strict=True):
        at = "▶ " if row.is_asked_row else ""
        line = lines.setdefault(
            row.sheet_row, {"Dòng": f"**{at}{row.sheet_row}**" if at else str(row.sheet_row), "Nội dung": plain(row.line_name)}
        )
        said = plain(str(row.text)) if is_missing(row.amount_vnd) else count(row.amount_vnd)
        line[heads[column]] = f"**▶ {said} (ô {row.cell})**" if row.is_asked else said
    return pd.DataFrame(lines.values(), columns=["Dòng", "Nội dung", *heads.values()]).fillna("")


def nothing(sent: pd.Series, cell: str) -> str:
    """Why no rows can be shown."""
    if sent.status != "standing":
        return f"Bản này {STATUS.get(sent.status, sent.status)} nên không còn trong số liệu; mở tệp đã gửi để xem."
    return (
        f"Ô {cell} không nằm trong bảng số liệu đã đọc; mở tệp đã gửi để xem."
        if cell
        else "Cảnh báo nói về cả trang hoặc cả tệp; mở tệp đã gửi để xem."
    )


def _over_rounds(submission: str, sheet: str, cell: str) -> None:
    """The same line in the unit's other reports of the year: whether it moved, and the way to each."""
    rows = ask(quality.same_line, submission=submission, sheet=sheet, cell=cell)
    if len(rows) < 2:
        return
    st.subheader("Cùng dòng này ở các kỳ trong năm", anchor=False)
    for row in rows.itertuples():
        said = row.text if is_missing(row.amount_vnd) else f"{count(row.amount_vnd)} đồng"
        moved = "" if is_missing(row.more_vnd) else "; không đổi" if not row.more_vnd else f"; {signed(row.more_vnd)}"
        label = f"{row.round_name}: {said}{moved}"
        if row.is_asked:
            st.markdown(f"**▶ {plain(label)}**")
        else:
            link(label, row.submission_id, row.sheet, row.cell, again=True)


def signed(amount: int) -> str:
    """A change of an amount, with its sign."""
    return f"{'tăng' if amount > 0 else 'giảm'} {count(abs(amount))} đồng"


def _file(sent: pd.Series) -> None:
    try:
        content = tell.kept_file(sent.file_sha256, sent.suffix)
    except FileNotFoundError:
        st.warning("Không thấy tệp đã gửi trong kho lưu trữ; báo người quản trị.")
        return
    st.download_button("Tải tệp đã gửi", content, file_name=sent.file_name, key="tai-tep-da-gui", on_click="ignore")
