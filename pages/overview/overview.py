"""Tổng quan: where we stand, who and what is behind, why, and what has to happen by when."""

import streamlit as st

from pages.parts import advised, agenda, aims, arrivals, attained, clock, filters, findings, formats, needs, outlook, show, stage, words
from pages.parts.ask import ask
from pages.parts.concluded import last_meeting
from queries import about, choices, disbursement, forecast, meetings, monitoring, obstacles, reports, targets

st.title("Tổng quan")

# --- what the reader chose (the frame drew the filters, so links, Back and page changes keep them)
chosen = filters.chosen()
asked = {"plan_year": chosen.plan_year, "on": chosen.on}
where = {"component": chosen.component, "unit": chosen.unit}
narrowed = asked | where

# --- what we ask
office = ask(about.store).iloc[0]
total = ask(disbursement.total, **chosen.money)
now, carried = total.iloc[0], total.iloc[1]
a_year_ago = ask(disbursement.total, **chosen.year_before).iloc[0]
then = ask(disbursement.coverage, **chosen.reports_year_before).iloc[0]
last = ask(disbursement.total, **chosen.money | {"on": chosen.previous_on}).iloc[0] if chosen.previous_on else None
target = filters.target(chosen)
coverage = ask(disbursement.coverage, **asked, unit=chosen.unit).iloc[0]
behind = words.behind(coverage, chosen.on)
rounds = ask(reports.by_round, plan_year=chosen.plan_year, today=chosen.on, unit=chosen.unit)
units, components = ask(disbursement.by_unit, **chosen.money), ask(disbursement.by_component, **chosen.money)
causes = agenda.of_all_money(ask(obstacles.foremost, **narrowed), chosen)
ahead = {by: ask(forecast.outlook, by=by, **chosen.money) for by in ("total", "unit", "component")}
held = ask(targets.by_unit, **asked, unit=chosen.unit) if chosen.unit else ask(targets.province, **asked)
own = aims.of_component(held, chosen.component, ask(choices.components))
tested = ask(forecast.back_test, **chosen.money)

# --- what we show: the first answer
show.stop_if_not_run(total, components, chosen)
show.headline(
    now, chosen, target, coverage,
    needs.per_week(now, chosen.on, chosen.plan_year, target), needs.far_below(units, office.low_share, chosen.on, chosen.plan_year),
    is_explained=True,
)  # fmt: skip
rate, spent, end, reached, received = st.columns([13, 11, 13, 14, 11])
share, amount = now.disbursed_share, now.disbursed_vnd
show.compared(
    rate, "Tỷ lệ giải ngân", formats.share(share),
    words.against(words.change(share, last.disbursed_share), f"từ {formats.day_of_year(chosen.previous_on)}") if last is not None else None,
    words.against(words.change(share, a_year_ago.disbursed_share), words.a_year_ago(then, chosen.year_before["on"])),
    of=now, key="ty-le", figure="disbursed_share",
)  # fmt: skip
show.compared(
    spent, "Giải ngân (triệu đồng)", formats.million(amount),
    words.against(words.grown(amount, last.disbursed_vnd), f"từ {formats.day_of_year(chosen.previous_on)}") if last is not None else None,
    words.against(words.grown(amount, a_year_ago.disbursed_vnd), words.a_year_ago(then, chosen.year_before["on"])),
    of=now, key="so-tien", figure="disbursed_vnd",
)  # fmt: skip
year_end = ahead["total"].iloc[0]
show.compared(end, "Dự báo đến 31/12", *outlook.figure(year_end, tested), of=year_end, key="du-bao", figure="middle_share")
show.compared(
    reached, "Chỉ tiêu đạt, vượt", *attained.figure(own), "chỉ tiêu không chia theo nguồn, loại vốn" if chosen.is_part_of_money else "",
    of=own, key="chi-tieu-dat",
)  # fmt: skip
show.compared(received, "Báo cáo đã nhận", *arrivals.figure(rounds), of=rounds, key="bao-cao-nhan")

late = agenda.of(units, "unit", ahead["unit"], causes, chosen.on)
slow = agenda.of(components, "component", ahead["component"], causes, chosen.on)
one, two = st.columns(2, gap="large")
most = 3 if stage.is_on() else 4
with one:
    agenda.shown(agenda.title("Đơn vị", late, office), late, "unit", most)
with two:
    agenda.shown(agenda.title("Dự án", slow, office), slow, "component", most)
attained.exceptions(own)
advised.line(ask(monitoring.recommendations, today=clock.today(chosen), **where), clock.told(chosen))
last_meeting(ask(meetings.by_meeting, today=clock.today(chosen), unit=chosen.unit), clock.told(chosen))

# --- the evidence
if not stage.is_on():
    trend, range_ = st.columns(2, gap="large")
    with trend:
        points, last_year = ask(disbursement.curve, **chosen.money), ask(disbursement.curve, **chosen.whole_year_before)
        show.curve(points, last_year, now, chosen, target, key="tong-quan-duong", behind=behind)
    with range_:
        show.ranges(ahead["unit"], target, "đơn vị", key="tong-quan-du-bao", behind=f"{behind} {outlook.tested(tested, 'unit')}")
    show.lines(
        outlook.sentence(ahead["total"].iloc[0], target),
        outlook.tested(tested),
        words.since(now, a_year_ago, chosen.year_before["on"], "cùng kỳ năm trước", then),
        words.since(now, last, chosen.previous_on, "kỳ số liệu trước") if last is not None else "Đây là kỳ số liệu đầu tiên của năm.",
        words.carried(carried),
        "Chưa mở kỳ báo cáo nào." if rounds.empty else arrivals.sentence(rounds.iloc[0]),
        f"{findings.obstacles(ask(obstacles.by_money, **narrowed))} (số vốn vướng tính mọi nguồn, gồm cả vốn kéo dài).",
        f"Chậm: {words.threshold(office)} {agenda.RISK}",
    )
