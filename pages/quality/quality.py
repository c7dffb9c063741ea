"""Chất lượng số liệu: what the rules warn of, by unit and rule, and the cell to which each warning leads."""

import streamlit as st

from pages.parts import cell, charts, filters, own, paths, quality, show, stage, words
from pages.parts.ask import ask
from queries import about, choices, disbursement
from queries import quality as found

# --- what the reader chose (the frame drew the filters, so links, Back and page changes keep them)
chosen = filters.chosen()
asked = {"plan_year": chosen.plan_year, "on": chosen.on, "unit": chosen.unit}

if place := cell.asked():
    st.title("Con số này ở đâu ra")
    cell.shown(*place)
    paths.link(cell.PAGE, "Xem mọi cảnh báo", again=True)
    st.stop()
st.title("Chất lượng số liệu")

# --- what we ask
office = ask(about.store).iloc[0]
counts, rounds = ask(found.by_unit_and_rule, **asked), ask(found.by_round, **asked)
before = ask(found.by_round, **chosen.reports_year_before)
units = ask(choices.reporting_units, plan_year=chosen.plan_year)
behind = words.behind(ask(disbursement.coverage, **asked).iloc[0], chosen.on)

# --- what we show
st.header(quality.headline(counts, chosen.words.get(filters.UNIT, office.province_name), chosen.on), anchor=False)
if chosen.component or chosen.is_part_of_money:
    show.note(quality.NOT_NARROWED)
show.metrics(quality.figures(counts, rounds), of=counts, key="so-canh-bao")
if len(counts):
    show.figure(
        charts.heat(
            quality.ready(counts), row="rule_name", column="unit_short_name", label="label", value="warning_count",
            columns=list(dict.fromkeys([*units["short_name"], *counts["unit_short_name"]])),
            most=float(counts["warning_count"].max()),
        ),
        counts, "unit_short_name", "rule_name", "warning_count", "in_force_count",
        finding=quality.matrix(counts), alt="Bảng quy tắc và đơn vị: số cảnh báo từng ô", key="canh-bao-theo-don-vi",
        behind=f"{behind} Trong ô: số cảnh báo; dấu sao: có cảnh báo thuộc số đang dùng; ô trống: không có cảnh báo.",
    )  # fmt: skip
stage.enough()
if len(rounds):
    show.figure(
        charts.warned(rounds, before, plan_year=chosen.plan_year), rounds, "round_name", "cut_off_on", "report_count", "warned_count",
        "warned_share", "warning_count",
        finding=quality.trend(rounds, before), alt="Tỷ lệ báo cáo có cảnh báo từng kỳ trong năm, so với năm trước", key="canh-bao-theo-ky",
        behind=f"{behind} Quy tắc so với các kỳ trước cần đủ kỳ để so, nên đầu năm ít cảnh báo hơn.",
    )  # fmt: skip

if len(counts):
    st.subheader("Từng cảnh báo, mở đến ô", anchor=False)
    names = quality.rules(counts)
    rule = own.one("quy-tac", names, "")
    st.selectbox("Quy tắc", list(names.values()), key="quy-tac", filter_mode=None)
    warnings = ask(found.warnings, **asked, rule=rule or None)
    quality.listed(warnings)
    with st.expander("Bảng tất cả cảnh báo"):
        show.table(
            warnings, "unit_short_name", "round_name", "cut_off_on", "rule_name", "place", "sentence",
            finding=f"{len(warnings)} cảnh báo", key="canh-bao", behind=behind,
        )  # fmt: skip
