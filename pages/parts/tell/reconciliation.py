"""Entering why two sources differ: a reason, who sees to it, by when; changed on top of what was looked at."""

from datetime import date
from typing import Literal

import pandas as pd
import streamlit as st

from data.registry import Entry
from data.registry.kinds.reconciliation import Explanation
from pages.parts import changes, formats, tell
from pages.parts.formats import is_missing, plain

What = Literal["treasury", "plan", "synthesis"]
_SEEN = "giai-trinh-da-xem"


def explain(rows: pd.DataFrame, reasons: dict[str, str], what: What, plan_year: int, at: str) -> None:
    """The form below a table of differences. `at` names the column with the day of the figures; `reasons` are names by code."""
    lines = rows.drop_duplicates(["unit_code", "component_code", "fund_source"]).reset_index(drop=True)
    if lines.empty:
        return
    with st.expander("Ghi lý do, người xử lý"):
        if tell.officer_or_ask() is None:
            return
        try:
            _panel(lines, reasons, what, plan_year, at)
        except tell.Unreachable:
            st.error(tell.UNREACHABLE)


def _panel(lines: pd.DataFrame, reasons: dict[str, str], what: What, plan_year: int, at: str) -> None:
    row = lines.iloc[st.selectbox("Dòng chênh lệch", range(len(lines)), format_func=lambda n: _named(lines.iloc[n]), key=f"dong-{what}")]
    key = f"giai-trinh-{what}-{row.unit_code}-{row.component_code}-{row.fund_source}-{plan_year}"
    newest = None if is_missing(row.entry_id) else tell.registry().get(row.entry_id)
    seen: Entry | None = st.session_state.setdefault(_SEEN, {}).setdefault(key, newest)
    if newest and (seen is None or newest.version != seen.version):
        _overtaken(key, seen, newest)
    about = {"what": what, "unit_code": row.unit_code, "component_code": row.component_code, "fund_source": row.fund_source}
    body = _filled_in(f"{key}-{seen.version if seen else 0}", about | {"plan_year": plan_year}, formats.as_date(row[at]), reasons, seen)
    if body is None:
        return
    if seen is None:
        twin = next((e for e in tell.registry().current(Explanation.kind) if _key(e.body) == _key(body)), None)
        if twin:
            st.error(f"Chưa lưu: {plain(twin.by)} vừa ghi lý do cho dòng này: {changes.holds(twin.body.model_dump(mode='json'))}")
            return
    del st.session_state[_SEEN][key]  # the form opens on what is saved
    if seen is None:
        tell.add(body, "Đã lưu lý do chênh lệch")
    else:
        tell.change(seen, body, said="Đã lưu lý do chênh lệch")
    st.session_state[_SEEN][key] = seen  # not written: what was typed stays


def _filled_in(key: str, about: dict[str, object], at: date, reasons: dict[str, str], seen: Entry | None) -> Explanation | None:
    was = seen.body.model_dump() if seen else {}
    codes = list(dict.fromkeys([*reasons, *([was["reason_code"]] if was else [])]))
    with st.form(key):
        one, two, three = st.columns(3)
        code = one.selectbox(
            "Lý do", codes, index=codes.index(was["reason_code"]) if was else None, format_func=lambda c: reasons.get(c, c),
            key=f"{key}-ly-do", placeholder="Chọn lý do", filter_mode=None,
        )  # fmt: skip
        owner = two.text_input("Đơn vị, người xử lý", was.get("owner", ""), key=f"{key}-nguoi", max_chars=200)
        due_on = three.date_input("Hạn xử lý (nếu có)", was.get("due_on"), key=f"{key}-han", format="DD/MM/YYYY")
        reason = st.text_area("Diễn giải", was.get("reason", ""), key=f"{key}-dien-giai", max_chars=2000, height=80)
        settled = st.checkbox("Đã giải quyết (hai bên đã thống nhất số)", was.get("is_settled", False), key=f"{key}-xong")
        if not st.form_submit_button("Lưu lý do", type="primary"):
            return None
    if code is None:
        st.error("Chưa lưu: cần chọn lý do.")
        return None
    fields = {"reason_code": code, "reason": reason, "owner": owner, "due_on": due_on, "is_settled": settled}
    body = Explanation.model_validate(about | {"at": was.get("at", at)} | fields)
    if seen and body == seen.body:
        st.info("Không có gì thay đổi.")
        return None
    return body


def _overtaken(key: str, seen: Entry | None, newest: Entry) -> None:
    """Somebody explained, or changed, this meanwhile; nothing can be saved over it until the officer has looked at it."""
    held = changes.between(seen.body.model_dump(mode="json") if seen else {}, newest.body.model_dump(mode="json"))
    st.warning(f"{plain(newest.by)} đã ghi lúc {formats.moment(newest.at)}, sau khi bạn mở mục này. {held}")
    if st.button("Mở bản mới", key=f"{key}-mo-ban-moi"):
        st.session_state[_SEEN][key] = newest
        st.rerun()


def _key(body: Explanation) -> tuple[object, ...]:
    return (body.what, body.unit_code, body.component_code, body.fund_source, body.plan_year, body.at)


def _named(row: pd.Series) -> str:
    told = f"{row.unit_short_name} · {row.component_short_name} · {row.fund_source_name} · {formats.million(row.difference_vnd)} triệu đồng"
    return told if is_missing(row.reason_name) else f"{told} · {row.reason_name}"
