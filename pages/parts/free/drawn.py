"""A chart of an answer, of the columns its reader chooses: bars, a line through days, or points. Nothing is added up on the way."""

from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

from pages.parts import charts
from pages.parts.ask import Answer
from pages.parts.free.answered import Column, written

KINDS = {"thanh": "Thanh", "duong": "Đường theo ngày", "diem": "Điểm"}
SIZES = {"vnd": "vnd", "share": "share", "count": "count"}
FEW = 4  # series at once
TWICE = "Cột “{}” có giá trị trùng nhau: mỗi giá trị chỉ vẽ được một lần. Chọn cột khác, hoặc gộp bằng group by trong câu lệnh."


def chart(answer: Answer, told: list[Column]) -> None:
    """The choices, and the chart under its finding; a sentence where the columns allow none."""
    numbers = [n for n, column in enumerate(told) if column.is_number and column.ending != "whole"]
    days = [n for n, column in enumerate(told) if column.ending == "day"]
    if not numbers or len(told) < 2 or not answer.rows:
        st.write("Kết quả cần ít nhất hai cột, trong đó có một cột số, mới vẽ được biểu đồ.")
        return
    heading = [column.heading for column in told]
    one, two, three = st.columns([2, 3, 4])
    kinds, key = [of for of in KINDS if of != "duong" or days], f"bieu-do-{crc32(repr(heading).encode()):x}"  # other columns, other choices
    of = one.selectbox("Kiểu", kinds, kinds.index("duong" if days else "thanh"), format_func=KINDS.__getitem__, key=key)
    crosses = {"thanh": [n for n in range(len(told)) if n not in numbers] or [*range(len(told))], "duong": days, "diem": numbers}[of]
    crosses.sort(key=lambda n: len({str(row[n]) for row in answer.rows}) < len(answer.rows))  # first what names each row
    label = "Mỗi thanh là" if of == "thanh" else "Trục ngang"
    across = two.selectbox(label, crosses, format_func=heading.__getitem__, key=f"{key}-{of}")
    others = [n for n in numbers if n != across]
    if not others:
        st.write("Cần thêm một cột số để vẽ.")
        return
    begins = [next((n for n in others if told[n].ending == "share"), others[0])]
    up = three.multiselect("Số liệu", others, begins, format_func=heading.__getitem__, key=f"{key}-{of}-{across}", max_selections=FEW)
    if not up:
        st.write("Chọn ít nhất một cột số.")
    elif len({SIZES.get(told[n].ending, "number") for n in up}) > 1:
        st.write("Các cột số đã chọn khác đơn vị (đồng, %, số đếm); mỗi biểu đồ chỉ vẽ một đơn vị.")
    else:
        _draw(answer, told, of, across, up)


def _draw(answer: Answer, told: list[Column], of: str, across: int, up: list[int]) -> None:
    most = charts.MOST_MARKS // len(up)
    rows = [row for row in answer.rows if row[across] is not None][:most]
    names = [inert(written(told[across], row[across], 60)) for row in rows]
    if of != "diem" and len(set(names)) < len(names):
        st.write(TWICE.format(told[across].heading).replace("\\", ""))
        return
    ending = SIZES.get(told[up[0]].ending, "number")
    series = {f"y{n}": inert(told[n].heading) for n in up}
    values: dict[str, list[Any]] = {f"y{n}": [_number(row[n]) for row in rows] for n in up}
    if of == "duong":
        frame = pd.DataFrame({"day": pd.to_datetime([row[across] for row in rows])} | values).sort_values("day")
        drawn = charts.through_time(frame, day="day", series=series, ending=ending)
    elif of == "thanh":
        drawn = charts.crossed(pd.DataFrame({"name": names} | values), name="name", series=series, ending=ending)
    else:
        frame = pd.DataFrame({"x": [_number(row[across]) for row in rows]} | values)
        x_ending = SIZES.get(told[across].ending, "number")
        drawn = charts.scattered(frame, x="x", x_words=inert(told[across].heading), x_ending=x_ending, series=series, ending=ending)
    st.text(_finding(told[across], told[up[0]], [(row[across], row[up[0]]) for row in rows]))
    alt = f"Biểu đồ của kết quả: {', '.join(told[n].heading for n in up)} theo {told[across].heading}; cùng số liệu với bảng kết quả"
    st.plotly_chart(drawn, theme=None, config={"displayModeBar": False}, alt=alt, key="bieu-do-ket-qua")
    left_out = len(answer.rows) - len(rows)
    unit = "Đơn vị tính trên biểu đồ: triệu đồng. " if ending == "vnd" else ""
    if unit or left_out:
        st.markdown(f":small[{unit}{f'Không vẽ {left_out} dòng (trống, hoặc quá {most} dòng).' if left_out else ''}]")


def _finding(across: Column, up: Column, pairs: list[tuple[Any, Any]]) -> str:
    """The highest and the lowest, in words."""
    known = [(_number(value), where, value) for where, value in pairs if _number(value) is not None]
    if not known:
        return f"{up.heading}: chưa có số để vẽ."
    high, low = max(known, key=lambda one: one[0]), min(known, key=lambda one: one[0])
    told = f"{up.heading}: cao nhất {written(across, high[1], 60)} ({written(up, high[2])})"
    return told + (f", thấp nhất {written(across, low[1], 60)} ({written(up, low[2])})." if low is not high else ".")


def inert(text: str) -> str:
    """A text that the chart takes as letters: no mark-up, no placeholder."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("%{", "% {").replace("$", "＄")


def _number(value: Any) -> float | None:
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError, OverflowError):
        return None
