"""Taking an answer away as .xlsx or .csv: values exact, texts no formulas; with it the statement, its parameters, who asked and when."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.exports import xlsx
from pages.exports.paper import Paper, Section, Table
from pages.parts import filters, formats, stage, standing, taken
from pages.parts.ask import ask
from pages.parts.free import cautions
from pages.parts.free.answered import Column, number, written
from pages.parts.free.asking import Ran, day_told
from pages.parts.free.given import said
from pages.parts.report import stamp
from queries import about

EXACT = 10**15  # whole numbers that a spreadsheet keeps exactly
WHOLE = 1_000_000  # letters: a value is not cut
SCOPE = "Mọi đơn vị trong phạm vi của người xem"


def offer(ran: Ran, told: list[Column]) -> None:
    """The files of an answer, behind one button; nothing is written before the click."""
    opened = st.popover("Tải kết quả", key="lay-truy-van", on_change="rerun")
    if stage.is_on() or not opened.open:
        return
    is_sample = bool(ask(about.store).iloc[0].has_samples)
    name = taken.marked(f"truy-van-{ran.at.astimezone(formats.PLACE):%Y%m%d-%H%M%S}", is_sample=is_sample)
    writers = {"xlsx": partial(xlsx.write, _paper(ran, told, name)), "csv": partial(formats.csv, *_lines(ran, told, is_sample=is_sample))}
    with opened:
        for ending, writer in writers.items():
            st.download_button(
                taken.FORMATS[ending], writer, file_name=f"{name}.{ending}", key=f"tai-truy-van-{ending}", on_click="ignore",
                width="stretch",
            )  # fmt: skip


def told_of(ran: Ran) -> list[tuple[str, str]]:
    """What a file says of itself: what was asked, of which figures, by whom, when."""
    answer, store = ran.answer, ask(about.store).iloc[0]
    count = len(answer.rows) if answer else 0
    is_cut = " (đã cắt, còn dòng chưa lấy)" if answer and answer.is_cut else ""
    is_cut += " (chữ rất dài đã rút gọn)" if answer and answer.is_shortened else ""
    told = [
        ("Câu hỏi", ran.title), ("Số dòng", f"{formats.count(count)}{is_cut}"), ("Tham số", said(ran.values)),
        ("Ngày số liệu", day_told(ran.values)),
        ("Người chạy", ran.by), ("Chạy lúc", formats.moment(ran.at)), ("Phạm vi", SCOPE), ("Bản chốt", ran.frozen),
        ("Phiên bản số liệu", f"{store.figures_version}, dựng lúc {formats.moment(store.built_at)}"),
        *(("Lưu ý", caution.replace("`", "")) for caution in cautions.of(ran.sql)),
        ("Câu lệnh", ran.sql),
    ]  # fmt: skip
    return [(name, words) for name, words in told if words]


def _paper(ran: Ran, told: list[Column], name: str) -> Paper:
    whole = replace(
        stamp.stamp(filters.chosen()),
        scope=SCOPE,
        behind=f"Kết quả truy vấn chạy lúc {formats.moment(ran.at)}",
        on_told=day_told(ran.values),
    )
    answer, codes = coded(ran, told, {"vnd": "count", "count": "count", "whole": "", "share": "share", "day": "on", "number": "text"})
    behind = f"{len(answer)} dòng; câu lệnh ở trang tính sau. NULL để “{formats.MISSING}”."
    asked = pd.DataFrame(told_of(ran), columns=["item_told", "content_told"])
    title = ran.title or "Kết quả truy vấn"
    heads = {"item_told": "Mục", "content_told": "Nội dung"}
    tables = (
        Table("ket-qua", title, tuple(codes), answer, behind, name="Kết quả", headings=codes),
        Table("cau-lenh", "Câu lệnh đã chạy", tuple(heads), asked, name="Câu lệnh", headings=heads),
    )
    office = replace(stamp.office(), recipients=(), signer="")
    return Paper(name, "Truy vấn SQL", title, (Section("truy-van", title, tables=tables),), whole, office)


def _lines(ran: Ran, told: list[Column], *, is_sample: bool) -> tuple[pd.DataFrame, tuple[str, ...], tuple[str, ...], dict[str, str]]:
    answer, codes = coded(ran, told, {"vnd": "vnd", "count": "count", "whole": "", "share": "share", "day": "on", "number": "text"})
    answer = answer.astype(object)
    for place, column in enumerate(told):
        if column.is_number and column.ending != "share":  # those kept as texts, too: no dots between thousands
            answer.isetitem(place, [value.replace(".", "") if isinstance(value, str) else value for value in answer.iloc[:, place]])
    codes = {code: words.removesuffix(" (đồng)") if code.endswith("_vnd") else words for code, words in codes.items()}
    notes = tuple(f"{name}: {words}" for name, words in told_of(ran))
    return answer, tuple(codes), (standing.NATURE, *notes) if is_sample else notes, codes


def coded(ran: Ran, told: list[Column], endings: dict[str, str]) -> tuple[pd.DataFrame, dict[str, str]]:
    """The answer under codes whose endings say how a file writes the values, and what each code is called."""
    codes, values = {}, {}
    for place, column in enumerate(told):
        of = [row[place] for row in ran.answer.rows] if ran.answer else []
        ending = endings.get(column.ending) if _is_kept(column, of) else None
        code = f"k{place}_{ending}" if ending else f"k{place}"
        codes[code] = column.heading
        values[code] = [_value(column, value) if ending is None or ending == "text" else value for value in of]
    return pd.DataFrame(values, dtype=object), codes


def _is_kept(column: Column, values: list[Any]) -> bool:
    """Whether a spreadsheet can hold every value of a column as what it is: its days begin in 1900, its numbers end at 15 digits."""
    known = [value for value in values if value is not None]
    if column.ending == "day":
        return all(isinstance(value, date) and value.year >= 1900 for value in known)
    return all(isinstance(value, str) is False and abs(value) < EXACT for value in known) if column.is_number else True


def _value(column: Column, value: Any) -> Any:
    if value is None:
        return None
    return number(value, 15) if column.ending == "number" and not isinstance(value, str) else written(column, value, WHOLE)
