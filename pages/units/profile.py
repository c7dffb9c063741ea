"""Hồ sơ đơn vị: all that is known of one unit, on a paper that can be printed and handed over."""

import streamlit as st

from pages.parts import advised, attained, charts, clock, concluded, filters, formats, paths, profile, show, words
from pages.parts.ask import ask
from pages.parts.tell import notes
from queries import about, comparison, disbursement, documents, meetings, monitoring, obstacles, quality, targets, units

# --- what the reader chose (the unit filter chooses the unit)
chosen = filters.chosen()
everyone = ask(disbursement.by_unit, **chosen.money | {"unit": None})
own = everyone[everyone["unit_code"] == chosen.unit]
if own.empty:
    st.title("Hồ sơ đơn vị")
    st.write("Chọn một đơn vị để xem và in hồ sơ:")
    for kind, name in formats.KINDS.items():
        st.subheader(name, anchor=False)
        for _, row in everyone[everyone["kind"] == kind].iterrows():
            paths.to_unit(f"{row['unit_name']}: {words.state_of(row, chosen.on)}", row["unit_code"])
    st.stop()
office, unit = ask(about.store).iloc[0], own.iloc[0]

# --- what we ask
total = ask(disbursement.total, **chosen.money)
points = ask(disbursement.curve, **chosen.money)
components = profile.with_money(ask(disbursement.by_component, **chosen.money))
carried = profile.with_money(ask(disbursement.by_component, **chosen.money, carried_over=True))
asked = {"plan_year": chosen.plan_year, "on": chosen.on, "unit": chosen.unit}
coverage = ask(disbursement.coverage, **asked).iloc[0]
behind = words.behind(coverage, chosen.on)
goal = filters.target(chosen)

# --- what we show: one column, so that paper and screen are alike
with st.container(key="to-giay"):
    st.title(f"Hồ sơ đơn vị: {unit.unit_name}", anchor=False)
    st.write(f"{office.programme_short_name}, năm {chosen.plan_year}. {profile.standing(points, chosen.on)}")
    with st.container(key="khong-in"):
        show.note("In: Ctrl+P (khổ A4)")
    show.headline(total.iloc[0], chosen, goal, coverage)

    if len(points) > 1:
        st.subheader("Thay đổi từ báo cáo trước", anchor=False)
        before = chosen.money | {"on": formats.as_date(points["cut_off_on"].iloc[-2])}
        said = profile.changes(total.iloc[0], ask(disbursement.total, **before).iloc[0], before["on"])
        said += profile.moved(components, ask(disbursement.by_component, **before))
        st.markdown("\n".join(f"- {line}" for line in said))

    st.subheader("Vốn và giải ngân", anchor=False)
    names = "component_code", "short_name"
    show.table(
        components, *names, *show.FIGURES, finding="Vốn năm nay theo dự án, tiểu dự án", key="ho-so-von", behind=behind,
    )  # fmt: skip
    if len(carried):
        show.table(carried, *names, *show.FIGURES, finding=words.carried(total.iloc[1]), key="ho-so-keo-dai", behind=behind)
    if len(points):
        province = ask(comparison.whole_curve, plan_year=chosen.plan_year, on=chosen.on, **chosen.kind_of_money)
        last_on = formats.as_date(points["cut_off_on"].max())
        show.figure(
            charts.curve(points, province, plan_year=chosen.plan_year, target=goal, names=("toàn tỉnh", unit.short_name)), points,
            "cut_off_on", "planned_vnd", "disbursed_vnd", "disbursed_share", key="ho-so-duong", behind=behind,
            finding=words.against_time(total.iloc[0], last_on, chosen.plan_year),
            alt="Tỷ lệ giải ngân lũy kế của đơn vị trong năm, so với toàn tỉnh và mục tiêu năm",
        )  # fmt: skip

    aims = ask(targets.by_unit, **asked)
    if len(aims):
        st.subheader("Mục tiêu, chỉ tiêu", anchor=False)
        show.table(
            attained.ready(attained.told_apart(aims)), "row_name", "measure_unit", "planned_text", "achieved_text",
            "attainment_share", "status_name", "reported_on", finding=profile.targets(aims), key="ho-so-chi-tieu", behind=behind,
        )  # fmt: skip

    st.subheader("Báo cáo", anchor=False)
    sent = profile.timed(ask(units.reports, **asked))
    show.table(
        sent, "round_name", "cut_off_on", "due_on", "received_on", "timing", "state", finding=profile.reports(sent), key="ho-so-bao-cao",
        behind=f"Các kỳ có ngày chốt đến {formats.day(chosen.on)}.",
    )  # fmt: skip

    st.subheader("Chất lượng số liệu", anchor=False)
    profile.warnings(ask(quality.warnings, **asked), behind)

    st.subheader("Khó khăn, vướng mắc", anchor=False)
    causes = ask(obstacles.told, **asked, component=chosen.component)
    why = words.why(ask(obstacles.by_money, **asked, component=chosen.component))
    profile.told(
        why, causes, "component_short_name", "cause_name", "held_up_vnd", "explanation", "request", key="ho-so-vuong-mac", behind=behind
    )

    open_tasks = {"today": clock.today(chosen), "unit": chosen.unit}
    advised.of_unit(ask(monitoring.recommendations, **open_tasks), ask(monitoring.visits, **open_tasks), clock.told(chosen))
    concluded.of_unit(ask(meetings.conclusions, **open_tasks), clock.told(chosen))

    inside = ask(units.communes, **chosen.money)
    if len(inside):
        st.subheader("Số liệu của xã", anchor=False)
        parts = "commune_name", "component_short_name", "planned_vnd", "disbursed_vnd", "disbursed_share"
        show.table(inside, *parts, finding=profile.communes(inside), key="ho-so-xa", behind=behind)
    notes.section(ask(documents.notes, plan_year=chosen.plan_year, unit=chosen.unit), chosen.unit, chosen.plan_year)
