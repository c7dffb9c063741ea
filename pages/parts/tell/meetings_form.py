"""The forms of a meeting's secretary: a conclusion, and how far a task got; each gives its fields once sent off."""

from datetime import date
from typing import Any, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.registry import Entry
from pages.parts.concluded import STAGES

LONG = 2000  # letters of a text
YEARS = 5  # how far from the meeting, and from today, a day may lie

Fields = dict[str, Any]


class Lists(NamedTuple):
    """What there is to choose among, by code, and the day it is at the office."""

    now: date
    units: dict[str, str]
    components: dict[str, str]
    pages: dict[str, str]
    tasks: dict[str, str]


def conclusion(key: str, lists: Lists, met_on: date, seen: Entry | None) -> Fields | None:
    """The fields of a task, new (of a meeting held on `met_on`) or as it stands; None until they are sent off."""
    was: Fields = seen.body.model_dump() if seen else {"concluded_on": met_on}
    with st.form(key):
        typed: Fields = {
            "task": st.text_area("Việc cần làm", was.get("task", ""), key=f"{key}-viec", max_chars=LONG, height=80).strip(),
        }
        one, two, three, four = st.columns([4, 4, 3, 3])
        typed |= {
            "unit_code": _choice(one, "Đơn vị thực hiện", lists.units, was.get("unit_code"), f"{key}-don-vi"),
            "who": two.text_input("Hoặc người, cơ quan khác", was.get("who", ""), key=f"{key}-ai", max_chars=200).strip(),
            "due_on": _day(three, "Thời hạn", was.get("due_on"), (met_on, lists.now), f"{key}-han"),
            "concluded_on": _day(four, "Ngày họp", was.get("concluded_on"), (met_on, lists.now), f"{key}-ngay-hop"),
        }
        one, two, three = st.columns([2, 1, 2])
        typed |= {
            "about": one.text_input("Số liệu liên quan (nếu có)", was.get("about", ""), key=f"{key}-so-lieu", max_chars=300).strip(),
            "page": _choice(two, "Ở trang", lists.pages, was.get("page") or None, f"{key}-trang") or "",
            "component_code": _choice(three, "Dự án, tiểu dự án", lists.components, was.get("component_code") or None, f"{key}-du-an")
            or "",
        }  # fmt: skip
        if seen:
            typed["reason"] = st.text_input("Lý do sửa", key=f"{key}-ly-do", max_chars=500)
        return typed if st.form_submit_button("Lưu thay đổi" if seen else "Lưu kết luận", type="primary") else None


def progress(key: str, lists: Lists) -> Fields | None:
    """How far a task got; None until it is sent off."""
    with st.form(key):
        one, two, three = st.columns([4, 3, 2])
        typed: Fields = {
            "conclusion_id": _choice(one, "Việc đã giao", lists.tasks, None, f"{key}-viec"),
            "stage": two.radio(
                "Tình hình", list(STAGES), index=2, format_func=lambda stage: STAGES[stage].capitalize(), horizontal=True, key=f"{key}-muc"
            ),
            "told_on": _day(three, "Đến ngày", lists.now, (lists.now,), f"{key}-den-ngay"),
            "note": st.text_input("Kết quả, lý do, vướng mắc (nếu có)", key=f"{key}-ghi-chu", max_chars=1000).strip(),
        }
        return typed if st.form_submit_button("Lưu tình hình", type="primary") else None


def _choice(place: DeltaGenerator, label: str, names: dict[str, str], now: str | None, key: str) -> str | None:
    codes = list(dict.fromkeys([*names, *([now] if now else [])]))  # what was chosen once stays, whatever the lists say today
    return place.selectbox(
        label, codes, index=codes.index(now) if now else None, format_func=lambda code: names.get(code, code), key=key, placeholder="Chọn",
        filter_mode=None,
    )  # fmt: skip


def _day(place: DeltaGenerator, label: str, now: date | None, near: tuple[date, ...], key: str) -> date | None:
    days = (*near, *([now] if now else []))
    first, last = date(min(days).year - YEARS, 1, 1), date(max(days).year + YEARS, 12, 31)
    return place.date_input(label, now, key=key, format="DD/MM/YYYY", min_value=first, max_value=last)
