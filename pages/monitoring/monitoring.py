"""Giám sát và kiến nghị: what monitoring found, whether it was remedied in time, and whom to monitor next."""

import streamlit as st

from pages.parts import clock, filters, formats, own, paths, pickers, recommendations, show, stage, visits
from pages.parts.ask import ask
from pages.parts.tell import monitoring as telling
from queries import choices, monitoring

ENTERED = {code: way.words for code, way in telling.WAYS.items()}

st.title("Giám sát và kiến nghị")

# --- what the reader chose; open tasks are looked at today (figures.md 2)
chosen = filters.chosen()
today = clock.today(chosen)
asked = {"today": today, "component": chosen.component, "unit": chosen.unit}

# --- what we ask
rows = ask(monitoring.recommendations, **asked)
office = ask(monitoring.office).iloc[0]
behind = recommendations.behind(rows, clock.told(chosen))

# --- what we show
st.header(recommendations.headline(rows), anchor=False)
show.note(behind)
if stage.is_on():
    recommendations.agenda(rows)
    stage.enough()
listed, visited, planned, entering = st.tabs(
    ["Kiến nghị", "Đợt giám sát", "Kế hoạch năm, chọn đơn vị", "Nhập"], key="the-kien-nghi", on_change="rerun"
)
with listed:
    if listed.open:
        which = own.one("loc", recommendations.SHOWN, "chua")
        st.segmented_control("Xem", list(recommendations.SHOWN.values()), key="loc", required=True)
        some = recommendations.ready(recommendations.of(rows, which))
        show.table(
            some, *recommendations.COLUMNS, finding=f"{recommendations.SHOWN[which]}: {len(some)} kiến nghị, quá hạn lâu nhất trước",
            key="kien-nghi", behind=f"{behind} {recommendations.RULE}",
        )  # fmt: skip
        recommendations.one(some, ask(monitoring.steps, **asked))
        by_unit, ageing = ask(monitoring.by_unit, **asked), ask(monitoring.ageing, **asked)
        show.table(
            by_unit, "held_by_short_name", "waiting_count", "past_deadline_count", "longest_day_count", "unverified_count", "closed_count",
            "remedied_in_time_count", "judged_count", "remedied_in_time_share",
            finding=recommendations.of_units(by_unit), key="theo-don-vi", behind=behind,
        )  # fmt: skip
        show.table(
            ageing, "group_name", "waiting_count", "amount_vnd", finding="Kiến nghị chưa khắc phục theo thời gian quá hạn", key="tuoi",
            behind=f"{behind} Các mốc ngày do văn phòng đặt.",
        )  # fmt: skip
        recommendations.doors(by_unit, ask(choices.reporting_units, plan_year=chosen.plan_year))
with visited:
    if visited.open:
        every = ask(monitoring.visits, today=today, unit=chosen.unit)
        of = int(own.one("nam-giam-sat", visits.years(every, chosen.plan_year), str(chosen.plan_year)))
        st.segmented_control("Năm giám sát", list(visits.years(every, chosen.plan_year)), key="nam-giam-sat", required=True)
        seen = visits.of_year(every, of)
        show.table(
            visits.ready(seen), "unit_short_name", "mode_told", "days_told", "visit_round", "team", "finding_count", "waiting_count",
            "amount_vnd", "monitoring_due_on", "monitoring_sent_on", "report_told", finding=visits.finding(seen, of),
            key="cuoc-giam-sat", behind=f"{clock.told(chosen)} Báo cáo giám sát phải gửi trong "
            f"{int(office.report_working_days)} ngày làm việc sau khi kết thúc (Thông tư 10/2022, Điều 4).",
        )  # fmt: skip
        paths.doors(seen)
with planned:
    if planned.open:
        year = int(own.one("nam-ke-hoach", {str(y): str(y) for y in (chosen.plan_year, chosen.plan_year + 1)}, str(chosen.plan_year)))
        st.segmented_control("Năm kế hoạch", [str(chosen.plan_year), str(chosen.plan_year + 1)], key="nam-ke-hoach", required=True)
        plan = ask(monitoring.year_plan, plan_year=year, today=today, unit=chosen.unit)
        show.table(
            visits.planned(plan), "unit_short_name", "planned_told", "carried_out_on", "report_told",
            finding=visits.plan(plan, office, year, of_all=chosen.unit is None), key="ke-hoach-giam-sat",
            behind=f"{clock.told(chosen)} {visits.reason(plan)}",
        )  # fmt: skip
        scores = ask(monitoring.scores, plan_year=chosen.plan_year, on=chosen.on, today=today, for_year=year)
        show.table(
            visits.scored(scores, office.onsite_count), "unit_short_name", "proposed_told", "score_points", "unspent_vnd", "money_points",
            "late_reports_told", "lateness_points", "waiting_count", "findings_points", "warning_count", "anomalies_points",
            "last_onsite_told", "years_points", finding=f"Điểm gợi ý chọn đơn vị giám sát thực tế năm {year}", key="diem-goi-y",
            behind=f"Vốn, báo cáo, cảnh báo của năm {chosen.plan_year}, {formats.day(chosen.on)}. {visits.weighed(office)}",
        )  # fmt: skip
        names = pickers.named(scores, "unit_code", "unit_short_name")
        telling.choose(year, names, list(scores["unit_code"].head(int(office.onsite_count))), int(office.onsite_count))
with entering:
    if entering.open:
        what = own.one("nhap", ENTERED, "cuoc")
        st.segmented_control("Việc cần nhập", list(ENTERED.values()), key="nhap", required=True)
        telling.panel(what, telling.lists(chosen, clock.now()))
