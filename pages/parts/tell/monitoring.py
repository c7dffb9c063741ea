"""Entering monitoring: visits, findings, remedies with their evidence, verifications, and the choice of units for a year's plan.

Nobody verifies a remedy that they entered themselves. What came by workbook is changed by sending the workbook again.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import streamlit as st

from data.registry import Body, Entry
from data.registry.kinds.monitoring import Choice, Finding, Remedy, Verification, Visit
from pages.parts import filters, formats, pickers, tell
from pages.parts.ask import ask
from pages.parts.tell import monitoring_form as form
from pages.parts.tell import monitoring_rules as rules
from pages.parts.tell.document_form import MEGABYTES
from pages.parts.tell.monitoring_form import Fields, Lists
from queries import choices, monitoring


class Way(NamedTuple):
    """One kind of entry: its body, its form, what is wrong with its fields, and what it is called."""

    kind: type[Body]
    draw: Callable[[str, Lists, Fields], tuple[Fields, bool]]
    amiss: rules.Rule
    words: str


WAYS = {  # by code of the address
    "cuoc": Way(Visit, form.visit, rules.visit, "Cuộc giám sát"),
    "ton-tai": Way(Finding, form.finding, rules.finding, "Tồn tại, kiến nghị"),
    "khac-phuc": Way(Remedy, form.remedy, rules.remedy, "Kết quả khắc phục"),
    "xac-minh": Way(Verification, form.verification, rules.verification, "Xác minh"),
}
_DRAFT, _EDITED = "giam-sat-nhap", "giam-sat-sua"


class Edited(NamedTuple):
    """An entry being changed: the version the officer looks at."""

    seen: Entry


def lists(chosen: filters.Chosen, now: date) -> Lists:
    """What the forms offer, as it stands today, whatever day the reader looks at."""
    visits = ask(monitoring.visits, today=now, unit=chosen.unit)
    units = ask(choices.reporting_units, plan_year=chosen.plan_year)
    components = ask(choices.components)
    inside = components[components["code"] != components["project_code"]]  # sub-projects: their project has no findings of its own
    leaves = components[~components["code"].isin(inside["project_code"])]
    return Lists(
        now, chosen.plan_year, chosen.unit, visits, ask(monitoring.recommendations, today=now, unit=chosen.unit),
        pickers.named(units, "unit_code", "unit_name"),
        {r.code: f"{r.code} · {r.short_name}" for r in leaves.itertuples()},
        pickers.named(ask(monitoring.finding_kinds), "code", "name"),
        pickers.named(ask(monitoring.addressees, today=now), "unit_code", "unit_name"),
    )  # fmt: skip


def panel(code: str, given: Lists) -> None:
    """Entering something of one kind, and beneath it changing or taking back what was entered."""
    try:
        enter(code, given)
        if st.toggle("Sửa hoặc rút mục đã nhập", key=f"sua-{code}"):
            rows = given.recommendations
            names = {r.visit_id: f"{r.unit_short_name}, đợt {r.visit_round}" for r in given.visits.itertuples()} | given.units
            change(code, given, names | {r.finding_id: f"{r.held_by_short_name}: {r.recommendation[:60]}" for r in rows.itertuples()})
    except tell.Unreachable:
        st.error(tell.UNREACHABLE)


def enter(code: str, lists: Lists) -> None:
    """The form for something new."""
    if tell.officer_or_ask() is None:
        return
    kind, draw, amiss, _ = WAYS[code]
    draft = st.session_state.setdefault(f"{_DRAFT}-{code}", 0)
    typed, is_sent = draw(f"{_DRAFT}-{code}-{draft}", lists, {})
    if is_sent and (body := _taken(kind, typed, {}, amiss, lists)):
        st.session_state[f"{_DRAFT}-{code}"] += 1  # an empty form next time
        tell.add(body)
        st.session_state[f"{_DRAFT}-{code}"] -= 1  # not written: what was typed stays


def change(code: str, lists: Lists, names: dict[str, str]) -> None:
    """Changing or taking back something entered here; `names` says what each visit or finding is called."""
    if tell.officer_or_ask() is None:
        return
    kind, draw, amiss, word = WAYS[code]
    entries = {e.entry_id: e for e in reversed(tell.registry().current(kind.kind))}
    if not entries:
        st.write("Chưa có mục nào nhập trên trang này; mục gửi bằng tệp Excel thì sửa bằng cách gửi lại tệp.")
        return
    picked = st.selectbox(
        word, list(entries), index=None, format_func=lambda i: _called(entries[i], names), placeholder="Chọn", key=f"{_EDITED}-{code}-chon"
    )
    if picked is None:
        return
    edited: Edited | None = st.session_state.get(f"{_EDITED}-{code}")
    if edited is None or edited.seen.entry_id != picked:
        edited = st.session_state[f"{_EDITED}-{code}"] = Edited(entries[picked])
    seen, key = edited.seen, f"{_EDITED}-{picked}-{edited.seen.version}"
    if entries[picked].version != seen.version and st.button("Mở bản mới nhất", key=f"{key}-moi"):
        del st.session_state[f"{_EDITED}-{code}"]
        st.rerun()
    was = seen.body.model_dump()
    typed, is_sent = draw(key, lists, was)
    if is_sent and (body := _taken(kind, typed, was, amiss, lists)):
        if body == seen.body:
            st.info("Không có gì thay đổi.")
            return
        del st.session_state[f"{_EDITED}-{code}"]
        tell.change(seen, body, st.session_state[f"{key}-ly-do"])
        st.session_state[f"{_EDITED}-{code}"] = edited
    reason, now = st.columns([4, 1], vertical_alignment="bottom")
    why = reason.text_input("Lý do rút", key=f"{key}-rut", max_chars=500)
    if now.button("Rút", key=f"{key}-rut-ngay", width="stretch"):
        tell.withdraw(seen, why)


def choose(plan_year: int, names: dict[str, str], proposed: list[str], onsite_count: int) -> None:
    """The choice of units for a year's plan: on site, the others by report; with a reason where it is not the proposed one."""
    if tell.officer_or_ask() is None:
        return
    found = [e for e in tell.registry().current(Choice.kind) if isinstance(e.body, Choice) and e.body.plan_year == plan_year]
    last = max(found, key=lambda e: e.at, default=None)
    was = last.body if last and isinstance(last.body, Choice) else Choice(plan_year=plan_year, onsite=(), by_report=())
    key = f"chon-{plan_year}-{last.version if last else 0}"
    with st.form(key):
        words = dict(names) | {code: code for code in (*was.onsite, *was.by_report) if code not in names}
        onsite = st.multiselect(
            f"Giám sát thực tế (kế hoạch: {onsite_count} đơn vị)", list(words), list(was.onsite), format_func=words.__getitem__,
            key=f"{key}-thuc-te", placeholder="Chọn đơn vị",
        )  # fmt: skip
        by_report = st.multiselect(
            "Giám sát qua báo cáo (trống: mọi huyện còn lại)", list(words), list(was.by_report), format_func=words.__getitem__,
            key=f"{key}-bao-cao", placeholder="Chọn đơn vị",
        )  # fmt: skip
        reason = st.text_input("Lý do chọn (cần nêu khi khác điểm gợi ý)", was.reason, key=f"{key}-ly-do", max_chars=500).strip()
        is_sent = st.form_submit_button("Lưu lựa chọn", type="primary")
    if not is_sent:
        return
    rest = by_report or [code for code in names if code not in onsite]
    if said := rules.choice(onsite, rest, reason, proposed):
        st.error(f"Chưa lưu: {said}")
        return
    body = Choice(plan_year=plan_year, onsite=tuple(onsite), by_report=tuple(rest), reason=reason)
    if last:
        tell.change(last, body, reason)
    else:
        tell.add(body)


def evidence(sha: str, suffix: str, name: str, key: str) -> None:
    """A button to open the evidence that was kept."""
    try:
        content = tell.kept_file(sha, suffix)
    except OSError:
        st.write(f"Không thấy tệp {formats.plain(name)} trong kho lưu trữ.")
        return
    st.download_button(f"Tải {name}", content, file_name=name, key=key, on_click="ignore")


def _taken(kind: type[Body], typed: Fields, was: Fields, amiss: rules.Rule, lists: Lists) -> Body | None:
    """The body to enter, or None after a sentence on what is still wrong."""
    upload = typed.pop("upload", None)
    more = {"has_evidence": bool(upload or was.get("evidence_sha256")), "is_new": not was}
    said = amiss(typed | more, lists) or (f"tệp lớn hơn {MEGABYTES} MB." if upload and upload.size > MEGABYTES * 2**20 else "")
    if said:
        st.error(f"Chưa lưu: {said}")
        return None
    if upload:
        sha, suffix = tell.keep(upload.name, upload.getvalue())
        typed |= {"evidence_sha256": sha, "evidence_suffix": suffix, "evidence_name": upload.name[-200:]}
    return kind.model_validate(was | typed)


def _called(entry: Entry, names: dict[str, str]) -> str:
    told = entry.body.model_dump()
    whose = names.get(told.get("finding_id") or told.get("visit_id") or told.get("unit_code") or "", "")
    text = told.get("recommendation") or told.get("remedy") or told.get("note") or told.get("number") or ""
    day = next((formats.day(told[d]) for d in ("remedied_on", "verified_on", "due_on", "starts_on") if told.get(d)), "")
    return " · ".join(part for part in (whose, str(text)[:80], day, f"nhập: {entry.by}") if part)
