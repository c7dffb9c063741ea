"""Entering letters about reports: a reminder that was sent, more time that was granted, and taking either back."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st
from pydantic import ValidationError

from data.definitions import papers
from data.registry import Body, Entry, Unreachable
from data.registry.kinds.letters import Extension, Letter
from pages.parts import ask, formats, one_round, tell

LONGEST_EXTENSION = timedelta(days=366)
SENT, EXTENDED, TAKEN_BACK = "Ghi công văn đã gửi", "Gia hạn nộp", "Rút mục ghi nhầm"


def template() -> bytes:
    """The office's template of a reminder, as it lies in the definitions."""
    ask.door()
    return papers.paper(papers.REMINDER)


def panel(of_round: pd.DataFrame, late: pd.DataFrame, today: date) -> None:
    """What can be entered on one round: `of_round` has its reports, `late` those to be urged."""
    what = st.segmented_control("Ghi vào sổ", [SENT, EXTENDED, TAKEN_BACK], key="viec-cong-van")
    if what is None or of_round.empty or tell.officer_or_ask() is None:
        return
    try:
        if what == SENT:
            _sent(of_round, late, today)
        elif what == EXTENDED:
            _extended(of_round)
        else:
            _take_back(of_round)
    except Unreachable:
        st.error(tell.UNREACHABLE)


def _sent(of_round: pd.DataFrame, late: pd.DataFrame, today: date) -> None:
    row = of_round.iloc[0]
    units = _names(late if len(late) else of_round)
    with st.form(f"gui-{row.round_code}-{_count('letter')}"):  # an empty form once a letter was entered
        one, two, three = st.columns(3)
        unit = one.selectbox("Đơn vị nhận công văn", list(units), format_func=units.__getitem__, filter_mode=None)
        number = two.text_input("Số, ký hiệu công văn", max_chars=100)
        sent_on = three.date_input("Ngày gửi", today, max_value=max(today, formats.as_date(row.cut_off_on)), format="DD/MM/YYYY")
        way = one.selectbox("Cách gửi", list(one_round.WAYS), format_func=one_round.WAYS.__getitem__, filter_mode=None)
        recipient = two.text_input("Người, bộ phận nhận (nếu cần)", max_chars=300)
        note = three.text_input("Ghi chú", max_chars=1000)
        if not st.form_submit_button("Lưu vào sổ", type="primary"):
            return
    fields = {"number": number, "sent_on": sent_on, "way": way, "recipient": recipient, "note": note}
    _add(Letter, f"Đã ghi công văn gửi {units[unit]}", round_code=row.round_code, unit_code=unit, **fields)


def _extended(of_round: pd.DataFrame) -> None:
    row, units = of_round.iloc[0], _names(of_round[of_round["is_expected"]])
    due_on = formats.as_date(row.round_due_on)
    first, last = due_on + timedelta(1), due_on + LONGEST_EXTENSION
    with st.form(f"gia-han-{row.round_code}-{_count('extension')}"):
        one, two, three = st.columns(3)
        unit = one.selectbox("Đơn vị được gia hạn", list(units), format_func=units.__getitem__, filter_mode=None)
        later_on = two.date_input(
            f"Hạn mới (hạn của kỳ: {formats.day(due_on)})", first, min_value=first, max_value=last, format="DD/MM/YYYY"
        )
        letter = three.text_input("Văn bản gia hạn (số, ngày)", max_chars=200)
        if not st.form_submit_button("Lưu gia hạn", type="primary"):
            return
    _add(Extension, f"Đã gia hạn cho {units[unit]}", round_code=row.round_code, unit_code=unit, due_on=later_on, letter=letter)


def _take_back(of_round: pd.DataFrame) -> None:
    round_code, units = of_round["round_code"].iloc[0], _names(of_round)
    entries = [e for kind in ("letter", "extension") for e in tell.registry().current(kind)]
    own = {e.entry_id: e for e in entries if e.body.round_code == round_code and e.body.unit_code in units}
    if not own:
        st.write("Kỳ này chưa có công văn hay gia hạn nào ghi trên trang.")
        return
    picked = st.selectbox("Mục ghi nhầm", list(own), format_func=lambda i: _told(own[i], units), filter_mode=None)
    reason = st.text_input("Lý do rút", key=f"rut-{picked}", max_chars=500)
    if st.button("Rút mục này"):
        tell.withdraw(own[picked], reason)


def _add(kind: type[Body], said: str, **fields: object) -> None:
    try:
        body = kind.model_validate(fields)
    except ValidationError:
        st.error("Chưa lưu: cần điền số, ký hiệu của văn bản và ngày.")
        return
    tell.add(body, said)


def _count(kind: str) -> int:
    return len(tell.registry().current(kind, withdrawn=True))


def _names(rows: pd.DataFrame) -> dict[str, str]:
    return dict(zip(rows["unit_code"], rows["unit_short_name"], strict=True))


def _told(entry: Entry, units: dict[str, str]) -> str:
    body = entry.body
    if isinstance(body, Letter):
        return f"Công văn {body.number} ngày {formats.day(body.sent_on)}, {units[body.unit_code]} ({entry.by})"
    assert isinstance(body, Extension)
    return f"Gia hạn đến {formats.day(body.due_on)} theo {body.letter}, {units[body.unit_code]} ({entry.by})"
