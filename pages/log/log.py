"""Nhật ký: every change of what people entered and every decision about reports: when, who, what, and why."""

import streamlit as st

from pages.parts import changes, filters, logged, own, papers, pickers, stage
from pages.parts.ask import ask
from queries import changes as log
from queries import choices, documents, monitoring, reconciliation, submissions

ALL = "tat-ca"

st.title("Nhật ký")

# --- what the reader chose (the kind of entry and the person are this page's own)
chosen = filters.chosen()

# --- what we ask
names = pickers.named(ask(choices.reporting_units, plan_year=chosen.plan_year), "unit_code", "short_name")
names |= pickers.named(ask(choices.components), "code", "short_name")
names |= pickers.named(ask(documents.required, plan_year=chosen.plan_year, today=chosen.on), "required_code", "required_short_name")
names |= pickers.named(ask(submissions.rounds), "round_code", "round_name") | pickers.named(ask(choices.fund_sources), "code", "short_name")
names |= pickers.named(ask(monitoring.finding_kinds), "code", "name") | pickers.named(
    ask(reconciliation.reasons), "reason_code", "reason_name"
)
rows = changes.ready(ask(log.every, unit=chosen.unit), names)
kinds = {ALL: "Tất cả"} | {papers.slug(kind): kind for kind in sorted(set(rows["entry_told"]))}
people = {ALL: "Tất cả"} | {name: name for name in sorted(set(rows["changed_by"]))}
kind, person = own.one("loai-muc", kinds, ALL), own.one("nguoi", people, ALL)
found = rows[(rows["entry_told"] == kinds[kind]) | (kind == ALL)]
found = found[(found["changed_by"] == person) | (person == ALL)]

# --- what we show
if rows.empty:
    st.info("Chưa có ai nhập hoặc quyết định điều gì trong phạm vi đang xem.")
    st.stop()
st.header(logged.headline(found), anchor=False)
if not stage.is_on():
    left, right = st.columns(2)
    left.selectbox("Loại", list(kinds.values()), key="loai-muc", filter_mode=None)
    right.selectbox("Người nhập", list(people.values()), key="nguoi", filter_mode=None)
logged.shown(found)
