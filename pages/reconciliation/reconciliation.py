"""Đối chiếu: the Treasury, assignment decisions and sector syntheses beside what units report; never added together."""

from datetime import date

import streamlit as st

from pages.parts import beside, clock, filters, formats, own, paths, show, stage
from pages.parts.ask import ask
from pages.parts.tell import reconciliation as entering
from queries import reconciliation as sources

TABS = {"kho-bac": "Kho bạc", "quyet-dinh": "Quyết định giao vốn", "nganh": "Tổng hợp ngành"}

st.title("Đối chiếu")

# --- what the reader chose (the extract of the Treasury and the open tab are this page's own)
chosen = filters.chosen()
asked = {"plan_year": chosen.plan_year, "today": clock.today(chosen)}
narrowed = asked | {"unit": chosen.unit} | chosen.kind_of_money
extracts = ask(sources.extracts, **asked)
names = beside.named(extracts)
extract = own.one("kho-bac", names, next(iter(names))) if names else None
own.one("doi-chieu-voi", TABS, "kho-bac")

# --- what we ask
extract_on = date.fromisoformat(extract) if extract else None
rows = beside.ready(ask(sources.treasury, **narrowed, extract_on=extract_on))
reasons = dict(ask(sources.reasons).itertuples(index=False))
tolerance = beside.tolerance(ask(sources.tolerance).iloc[0])

# --- what we show
st.header(beside.headline(rows, extract_on, chosen.plan_year), anchor=False)
st.write(clock.told(chosen))
opened = dict(zip(TABS, st.tabs(list(TABS.values()), key="doi-chieu-voi", on_change="rerun"), strict=True))  # a closed tab asks nothing
with opened["kho-bac"]:
    if opened["kho-bac"].open and names:
        if not stage.is_on():
            st.selectbox("Số liệu Kho bạc", list(names.values()), key="kho-bac", filter_mode=None)
        about = extracts[extracts["extract_on"].dt.date == extract_on].iloc[0]
        behind = beside.behind(about, formats.plain)
        apart = beside.real(rows)
        show.metrics(beside.sums(rows), of=rows, key="so-doi-chieu")
        beside.listed(apart, beside.TREASURY, beside.finding(apart, "Kho bạc và đơn vị"), key="lech-kho-bac", behind=behind)
        stage.enough()
        paths.doors(apart)
        entering.explain(apart, reasons, "treasury", chosen.plan_year, "extract_on")
        show.note(f"{tolerance} {beside.RULE}")
        lines = beside.ready(ask(sources.treasury_lines, **narrowed, extract_on=extract_on))
        with st.expander(f"Từng dòng vốn không khớp, với ô ở hai phía: {len(lines)} dòng"):
            beside.listed(lines, beside.LINES, "Dòng lệch thật trước, lệch thời điểm sau", key="dong-kho-bac", behind=behind)
            beside.cells(beside.real(lines))
        with st.expander(f"Mọi dòng đã đối chiếu: {len(rows)} dòng"):
            beside.listed(rows, beside.TREASURY, "Theo đơn vị, dự án, nguồn vốn; gồm vốn kéo dài", key="moi-dong", behind=behind)
    elif opened["kho-bac"].open:
        st.info("Chưa có số liệu Kho bạc của năm này. Cơ quan tiếp nhận gửi tệp loại “Số liệu Kho bạc” ở trang Tiếp nhận báo cáo.")
with opened["quyet-dinh"]:
    if opened["quyet-dinh"].open:
        plans = beside.ready(ask(sources.plans, **narrowed, on=chosen.on))
        if plans.empty:
            st.info("Chưa có báo cáo nào ghi kế hoạch vốn để đối chiếu với quyết định giao vốn.")
        else:
            behind = f"Kế hoạch trong báo cáo đang dùng và quyết định có hiệu lực đến {formats.day(chosen.on)}."
            apart = beside.real(plans)
            st.subheader(f"Kế hoạch đơn vị ghi: {beside.counted(plans, plans['difference_vnd'])}.", anchor=False)
            beside.listed(apart, beside.PLANS, beside.finding(apart, "Quyết định và đơn vị"), key="lech-giao", behind=behind)
            entering.explain(apart, reasons, "plan", chosen.plan_year, "reported_on")
            show.note(f"{tolerance} {beside.PLAN_RULE}")
            with st.expander(f"Mọi dòng đã đối chiếu: {len(plans)} dòng"):
                beside.listed(plans, beside.PLANS, "Theo dòng vốn; lệch thật trước", key="moi-dong-giao", behind=behind)
with opened["nganh"]:
    if opened["nganh"].open:
        sectors = beside.ready(ask(sources.syntheses, **narrowed))
        if sectors.empty:
            st.info("Chưa có tổng hợp ngành nào của sở chủ trì trong phạm vi đang xem.")
        else:
            behind = "Bản tổng hợp mới nhất của mỗi sở, so với báo cáo của từng đơn vị ở cùng ngày chốt."
            apart = beside.real(sectors)
            st.subheader(f"Tổng hợp ngành: {beside.counted(sectors, sectors['difference_vnd'])}.", anchor=False)
            beside.listed(sectors, beside.SYNTHESES, beside.finding(apart, "Sở và các huyện"), key="tong-hop", behind=behind)
            entering.explain(apart, reasons, "synthesis", chosen.plan_year, "cut_off_on")
            show.note(f"{tolerance} {beside.SYNTHESIS_RULE}")
