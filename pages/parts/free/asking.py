"""Running a written statement: once, at the click; its answer stays on screen until the next one, with what it was asked of."""

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import streamlit as st

from pages.parts import ask, saved, viewer
from pages.parts.free import answered, faults, given, parts

PREPARING = "Đang chuẩn bị số liệu cho bạn (một lần cho mỗi phiên bản số liệu)…"
RUNNING = "Đang chạy, tối đa 8 giây; khi nhiều người cùng chạy, chờ lượt thêm tối đa 8 giây…"
BY_STATEMENT = "theo điều kiện viết trong câu lệnh, không theo bộ lọc ở thanh bên"
_RAN = "sql_ran"


class Ran(NamedTuple):
    """One statement that was run, with its answer or what was wrong with it. `title`: of the example or saved question it began as.
    `undone`: how many values could not be worked out.
    """

    sql: str
    values: dict[str, Any]
    answer: ask.Answer | None
    fault: faults.Fault | None
    at: datetime
    by: str
    version: str
    frozen: str
    title: str
    undone: int = 0


def last() -> Ran | None:
    """What was run last in this session."""
    return st.session_state.get(_RAN)


def run(sql: str, values: dict[str, Any], title: str) -> Ran:
    """Ask it, and keep what came of it. Letters typed in two parts, as some keyboards do, are made one, as the figures have them."""
    sql, door, answer, fault, undone = unicodedata.normalize("NFC", sql), ask.door(), None, None, 0
    try:
        with st.spinner(PREPARING):
            ask.prepare()
        with st.spinner(RUNNING):
            answer, undone = answered.settled(ask.freely(sql, values))
    except ask.Refused as refused:
        fault = faults.of(refused, sql, values)
    ran = Ran(
        sql, values, answer, fault, datetime.now(UTC), viewer.name(), door.store.version, door.frozen.name if door.frozen else "", title,
        undone,
    )  # fmt: skip
    st.session_state[_RAN] = ran
    outcome = fault.what if fault else "cắt" if answer and answer.is_cut else ""
    saved.remember(sql, answer.seconds if answer else None, len(answer.rows) if answer else None, outcome, given.written(values))
    return ran


def day_told(values: dict[str, Any]) -> str:
    """Which day the figures are of: the days that the statement was given, else whatever it says itself."""
    days = given.said({name: value for name, value in values.items() if isinstance(value, date)})
    return f"theo câu lệnh, {days}" if days else BY_STATEMENT


def used(sql: str) -> list[str]:
    """The tables and columns that a statement names, as "mart.money", "mart.money.planned_vnd"."""
    words, tables = set(re.findall(r"\w+", parts.bare(sql).lower())), [table for table, _ in parts.tables(sql)]
    columns = [f"mart.{table.name}.{column.name}" for table in tables for column in table.columns if column.name in words]
    return [*(f"mart.{table.name}" for table in tables), *columns]
