"""What came of a statement on screen: the answer as table, chart and files, or what is wrong with it and where."""

from typing import Any

import streamlit as st

from pages.parts import ask, formats, show
from pages.parts.dictionary import words
from pages.parts.free import answered, asking, carried, cautions, drawn, faults
from pages.parts.free.given import said
from queries.examples import Example

PAGE, FEW = 200, 16  # rows at once; so many without scrolling
HIGH = 520  # pixels
NO_ROWS = "Không có dòng nào đúng điều kiện. Kiểm tra năm, ngày, mã đơn vị ở tham số; cột trống phải so bằng is null."
EMPTY = " Tham số đang trống: {0}; muốn trống là tất cả, viết ({1} is null or cột = {1})."
ABOUT = (
    "Câu lệnh hỏi mọi số liệu trong phạm vi của bạn, chỉ đọc; bộ lọc ở thanh bên chỉ là giá trị đầu của tham số. "
    "Tiền ở các bảng tính bằng đồng, tỷ lệ từ 0 đến 1."
)


def about(example: Example | None, *, is_changed: bool) -> None:
    """What the statement answers, and what it is asked of; an example that somebody goes on writing answers something of its own."""
    if example:
        title, question = formats.plain(example.title), formats.plain(example.question)
        st.markdown(f"Soạn tiếp từ mẫu “{title}”." if is_changed else f"**{title}**  \n{question}")
    show.note(ABOUT)


def briefly(ran: asking.Ran | None) -> str:
    """What came of it, in a few words beside the button."""
    if ran is None:
        return ""
    if ran.answer is None:
        return ":red[**Chưa chạy được**]; xem bên dưới ↓"
    return f"**{formats.count(len(ran.answer.rows))} dòng**, {answered.number(ran.answer.seconds, 2)} giây ↓"


def result(ran: asking.Ran, sql: str, values: dict[str, Any]) -> None:
    """All that is to be said of what was run last; `sql` and `values` are what stands in the fields now."""
    st.subheader(formats.plain(f"Kết quả: {ran.title}" if ran.title else "Kết quả"), anchor=False)
    if ran.version != ask.door().store.version:
        st.info("Số liệu đã đổi sang phiên bản khác sau lần chạy này; bấm Chạy để hỏi lại.")
    elif (sql, values) != (ran.sql, ran.values):
        st.info("Câu lệnh hoặc tham số đã đổi sau lần chạy này; bấm Chạy (Ctrl+Enter) để cập nhật.")
    if ran.fault:
        _fault(ran.fault, ran.sql)
    elif ran.answer:
        _answer(ran, ran.answer)


def _fault(fault: faults.Fault, sql: str) -> None:
    line = f" Dòng {fault.line}." if fault.line else ""
    st.error(formats.plain(f"{fault.what}{line}"))
    st.markdown(f"**Cách sửa:** {formats.plain(fault.todo)}")
    if fault.line:
        st.code(faults.marked(fault, sql), language=None)
    if fault.original:
        show.note(f"Thông báo gốc: {formats.plain(' '.join(fault.original.split()))}")


def _answer(ran: asking.Ran, answer: ask.Answer) -> None:
    for caution in cautions.of(ran.sql):
        st.warning(words.on_screen(caution))
    given = said(ran.values)
    told = f"{formats.count(len(answer.rows))} dòng, {answered.number(answer.seconds, 2)} giây" + (f", với {given}" if given else "")
    show.note(f"{formats.plain(told)}. Ngày số liệu: {formats.plain(asking.day_told(ran.values))}. Chạy lúc {formats.moment(ran.at)}.")
    if answer.is_cut:
        st.warning(f"Đã cắt ở {formats.count(len(answer.rows))} dòng: còn dòng chưa lấy. Lọc bớt, hoặc gộp bằng group by.")
    if answer.is_shortened:
        st.warning("Có chữ dài quá 10.000 ký tự: phần cuối được thay bằng “…”, cả trong tệp tải về. Lấy từng phần bằng substr().")
    if not answer.rows:
        st.info(NO_ROWS + _empty(ran.values))
        return
    told = answered.columns(answer, ran.sql)
    _table(answer, told)
    if ran.undone:
        show.note(f"{formats.count(ran.undone)} ô không tính được (chia cho 0): để “{formats.MISSING}”, trống trong tệp tải về.")
    for heading in answered.beyond(answer, told):
        show.note(f"{formats.plain(heading)}: có tỷ lệ âm hoặc trên 200%, kiểm tra tử số và mẫu số. Cột tên …_share được viết theo %.")
    carried.offer(ran, told)
    if len(told) > 1 and st.toggle("Vẽ biểu đồ", key="ve-bieu-do"):
        drawn.chart(answer, told)


def _table(answer: ask.Answer, told: list[answered.Column]) -> None:
    count = len(answer.rows)
    pages = -(-count // PAGE)
    page = st.pagination(pages, key="trang-ket-qua") if pages > 1 else 1
    first = (min(page, pages) - 1) * PAGE
    st.table(answered.table(answer, told, first, first + PAGE), height=HIGH if count > FEW else "content")
    if pages > 1:
        show.note(f"Dòng {first + 1}–{min(first + PAGE, count)} trong {formats.count(count)}; tệp tải về có đủ.")
    if any(row_value is None for row in answer.rows[first : first + PAGE] for row_value in row):
        show.note(f"{formats.MISSING}: không có giá trị (NULL), khác với 0.")


def _empty(values: dict[str, Any]) -> str:
    """Which parameters were left empty: with =, an empty one finds nothing."""
    names = [f"${name}" for name, value in values.items() if value in (None, "")]
    return formats.plain(EMPTY.format(", ".join(names), names[0])) if names else ""
