"""Văn bản quản lý: which plans, decisions and guidance units issued, and which of the required ones are missing."""

import streamlit as st

from pages.parts import clock, filters, formats, own, papers, show, stage
from pages.parts.ask import ask
from pages.parts.tell import documents as entering
from queries import about, choices, documents

st.title("Văn bản quản lý")

# --- what the reader chose (the kind of document is this page's own)
chosen = filters.chosen()
today = clock.today(chosen)
asked = {"plan_year": chosen.plan_year, "today": today, "unit": chosen.unit, "component": chosen.component}

# --- what we ask
office = ask(about.store).iloc[0]
required = papers.ready(ask(documents.required, **asked))
issued = papers.listed(ask(documents.issued, **asked))
kinds = {"tat-ca": "Tất cả"} | {papers.slug(kind): kind for kind in sorted(set(issued["doc_kind"]))}
kind = own.one("loai-van-ban", kinds, "tat-ca")
shown = issued if kind == "tat-ca" else issued[issued["doc_kind"] == kinds[kind]]
behind = f"{clock.told(chosen)} Theo {len(issued)} văn bản đã nhập của năm {chosen.plan_year}."

# --- what we show
st.header(papers.headline(required, chosen, office.province_name), anchor=False)
if chosen.is_part_of_money:
    st.info("Văn bản không phân theo nguồn vốn, loại vốn đang chọn.")
if len(required):
    papers.matrix(required, behind)
stage.enough()
if lacking := papers.lacking(required):
    st.subheader("Còn thiếu", anchor=False)
    show.lines(*map(formats.plain, lacking))
    papers.doors(required)

everyone = asked | {"unit": None, "component": None}
entering.panel(
    chosen, ask(choices.reporting_units, plan_year=chosen.plan_year), ask(choices.components), ask(documents.required, **everyone)
)

st.subheader("Văn bản đã ban hành", anchor=False)
if issued.empty:
    st.info(f"Chưa có văn bản nào của năm {chosen.plan_year} trong phạm vi đang xem.")
else:
    st.selectbox("Loại văn bản", list(kinds.values()), key="loai-van-ban", filter_mode=None)
    show.table(
        shown, "unit_short_name", "number", "issued_on", "doc_kind", "summary", "component_short_name", "required_short_name", "paper_told",
        finding=f"{len(shown)} văn bản, mới nhất trước", key="van-ban", behind=behind,
    )  # fmt: skip
    papers.opened(shown)
