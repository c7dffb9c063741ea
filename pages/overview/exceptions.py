"""Việc cần xử lý: every exception as an agenda, with its money, its cause and what was asked for."""

import streamlit as st

from pages.parts import advised, agenda, aims, attained, clock, concluded, filters, formats, show, stage, words
from pages.parts.ask import ask
from queries import about, choices, disbursement, forecast, meetings, monitoring, obstacles, reports, targets

st.title("Việc cần xử lý")

# --- what the reader chose (the frame drew the filters, so links, Back and page changes keep them)
chosen = filters.chosen()
asked = {"plan_year": chosen.plan_year, "on": chosen.on}

# --- what we ask
office = ask(about.store).iloc[0]
units, components = ask(disbursement.by_unit, **chosen.money), ask(disbursement.by_component, **chosen.money)
show.stop_if_not_run(ask(disbursement.total, **chosen.money), components, chosen)
causes = agenda.of_all_money(ask(obstacles.foremost, **asked, component=chosen.component, unit=chosen.unit), chosen)
by = {what: ask(forecast.outlook, by=what, **chosen.money) for what in ("unit", "component")}
late = agenda.of(units, "unit", by["unit"], causes, chosen.on)
slow = agenda.of(components, "component", by["component"], causes, chosen.on)
far = attained.far(aims.of_component(ask(targets.by_unit, **asked, unit=chosen.unit), chosen.component, ask(choices.components)))
waiting = agenda.not_in(ask(reports.by_round, plan_year=chosen.plan_year, today=chosen.on, unit=chosen.unit))
behind = words.behind(ask(disbursement.coverage, **asked, unit=chosen.unit).iloc[0], chosen.on)

# --- what we show
st.header(agenda.summary(late, slow, far, waiting, chosen.on), anchor=False)
one, two = st.columns(2, gap="large")
with one:
    agenda.shown(agenda.title("Đơn vị", late, office), late, "unit", agenda.ALL)
with two:
    agenda.shown(agenda.title("Dự án", slow, office), slow, "component", agenda.ALL)
overdue = ask(monitoring.recommendations, today=clock.today(chosen), component=chosen.component, unit=chosen.unit)
advised.line(overdue, clock.told(chosen))
if not stage.is_on():
    money = ("short_name", "planned_vnd", "disbursed_vnd", "disbursed_share", "remaining_vnd", "risk_told", "cause_name", "request")
    show.table(late, *money, finding="Đơn vị chậm, xếp theo vốn có nguy cơ không tiêu hết", key="don-vi-cham", behind=behind)
    show.table(slow, *money, finding="Dự án, tiểu dự án chậm, xếp theo vốn có nguy cơ không tiêu hết", key="du-an-cham", behind=behind)
    show.table(
        far, "unit_short_name", "row_name", "planned_text", "achieved_text", "measure_unit", "attainment_share", "status_name",
        "reported_on",
        finding=f"Chỉ tiêu khó đạt hoặc chưa đạt ở đơn vị: {len(far)} dòng, không kể giải ngân vốn đã nêu ở trên", key="chi-tieu-cham",
        behind=f"Tính đến {formats.day(chosen.on)}.",
    )  # fmt: skip
    show.table(
        waiting, "round_name", "due_on", "expected_count", "received_count", "late_count", "missing_names",
        finding=f"Kỳ báo cáo còn thiếu hoặc có báo cáo nộp muộn: {len(waiting)} kỳ", key="bao-cao-thieu", behind=behind,
    )  # fmt: skip
    advised.listed(overdue, clock.told(chosen))
    concluded.listed(ask(meetings.conclusions, today=clock.today(chosen), unit=chosen.unit), clock.told(chosen))
    show.note(f"Chậm: {words.threshold(office)} {agenda.RISK}")
