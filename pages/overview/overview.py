"""Tổng quan: where the year's money stands today, what changed, and who lags behind."""

import streamlit as st

from pages.parts import filters, formats, lists, show, words
from pages.parts.ask import ask
from queries import about, disbursement, obstacles, reports

st.title("Tổng quan")

# --- what the reader chose (the frame drew the filters, so links, Back and page changes keep them)
chosen = filters.chosen()

# --- what we ask
office = ask(about.store).iloc[0]
total = ask(disbursement.total, **chosen.money)
now, carried = total.iloc[0], total.iloc[1]
before = ask(disbursement.total, **chosen.year_before).iloc[0]
before_coverage = ask(disbursement.coverage, **chosen.reports_year_before).iloc[0]
last = ask(disbursement.total, **chosen.money | {"on": chosen.previous_on}).iloc[0] if chosen.previous_on else None
target = filters.target(chosen)
coverage = ask(disbursement.coverage, plan_year=chosen.plan_year, on=chosen.on, unit=chosen.unit).iloc[0]
behind = words.behind(coverage, chosen.on)
rounds = ask(reports.by_round, plan_year=chosen.plan_year, on=chosen.on, unit=chosen.unit)
units = ask(disbursement.by_unit, **chosen.money)
components = ask(disbursement.by_component, **chosen.money)
causes = ask(obstacles.by_money, plan_year=chosen.plan_year, on=chosen.on, component=chosen.component, unit=chosen.unit)

# --- what we show
show.stop_if_not_run(total, components, chosen)
show.headline(now, chosen, target, coverage)

rate, spent, left, older, received = st.columns([7, 5, 4, 6, 4])
show.compared(rate, "Tỷ lệ giải ngân", formats.share(now.disbursed_share), words.change(now.disbursed_share, before.disbursed_share))
show.compared(spent, "Giải ngân (triệu đồng)", formats.million(now.disbursed_vnd), words.grown(now.disbursed_vnd, before.disbursed_vnd))
left.metric("Còn lại (triệu đồng)", formats.million(now.remaining_vnd))
older.metric("Tỷ lệ giải ngân vốn kéo dài", formats.share(carried.disbursed_share))
received.metric("Báo cáo đã nhận", "—" if rounds.empty else f"{rounds.received_count[0]}/{rounds.expected_count[0]}")
st.markdown(
    "\n".join(
        f"- {said}"
        for said in (
            words.since(now, before, chosen.year_before["on"], "cùng kỳ năm trước", before_coverage),
            words.since(now, last, chosen.previous_on, "kỳ chốt trước") if chosen.previous_on else "Đây là kỳ chốt đầu tiên của năm.",
            words.carried(carried),
            "Chưa mở kỳ báo cáo nào." if rounds.empty else words.received(rounds.iloc[0]),
        )
    )
)

trend, lagging = st.columns([3, 2], gap="large")
with trend:
    points, last_year = ask(disbursement.curve, **chosen.money), ask(disbursement.curve, **chosen.whole_year_before)
    show.curve(points, last_year, now, chosen, target, key="tong-quan-duong", behind=behind)
with lagging:
    st.markdown(f"**Thấp hơn mức chung từ {formats.points(office.behind_points)} trở lên** ({office.threshold_note})")
    lists.lagging("Đơn vị", units, "unit_code", "short_name", "unit")
    lists.lagging("Dự án, tiểu dự án", components, "component_code", "short_name", "component")
    lists.silent(units)
    st.markdown(words.why(causes))
    show.note(behind)
