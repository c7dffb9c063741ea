"""Tiến độ giải ngân: how much of this year's plan is spent, by whom, on what, and where the money stands still."""

import streamlit as st

from pages.parts import charts, filters, findings, formats, show, stage, words
from pages.parts.ask import ask
from pages.parts.headings import HEADINGS
from queries import about, disbursement, obstacles

st.title("Tiến độ giải ngân")

# --- what the reader chose (the frame drew the filters, so links, Back and page changes keep them)
chosen = filters.chosen()

# --- what we ask
office, total = ask(about.store).iloc[0], ask(disbursement.total, **chosen.money)
now, carried = total.iloc[0], total.iloc[1]
components = ask(disbursement.by_component, **chosen.money)
show.stop_if_not_run(total, components, chosen)
if total.planned_vnd.isna().all():
    st.info(f"Năm {chosen.plan_year} chưa có kế hoạch vốn nào trong phạm vi đang xem.")
    st.stop()
target = filters.target(chosen)
everyone = chosen.money | {"unit": None}  # a chosen unit is shown among the others, in bold
units = ask(disbursement.by_unit, **everyone)
whole = words.rate(ask(disbursement.benchmark, plan_year=chosen.plan_year, on=chosen.on, **chosen.kind_of_money))
kinds = ask(disbursement.by_fund_source, **chosen.money), ask(disbursement.by_capital_type, **chosen.money)
points = ask(disbursement.curve, **chosen.money)
coverage = ask(disbursement.coverage, plan_year=chosen.plan_year, on=chosen.on, unit=chosen.unit).iloc[0]
behind = words.behind(coverage, chosen.on)
behind_all = words.behind(ask(disbursement.coverage, plan_year=chosen.plan_year, on=chosen.on).iloc[0], chosen.on)

# --- what we show
show.headline(now, chosen, target, coverage, is_explained=True)
show.metrics(
    {
        "Kế hoạch vốn (triệu đồng)": formats.million(now.planned_vnd),
        "Giải ngân (triệu đồng)": formats.million(now.disbursed_vnd),
        "Còn lại (triệu đồng)": formats.million(now.remaining_vnd),
        "Tỷ lệ giải ngân": formats.share(now.disbursed_share),
    }, of=now, key="so-chinh",
)  # fmt: skip
st.write(words.carried(carried))

one, two = st.columns(2, gap="large")
with one:
    show.curve(points, ask(disbursement.curve, **chosen.whole_year_before), now, chosen, target, key="duong", behind=behind)
    show.bars(
        components, "short_name", "short_name", finding=findings.components(components, office.behind_points),
        alt="Tỷ lệ giải ngân từng dự án, tiểu dự án", key="du-an-tinh", behind=behind,
    )  # fmt: skip
with two:
    show.bars(
        units, "short_name", "short_name", "reported_on", "state", finding=findings.units(units, whole, office.behind_points),
        alt="Tỷ lệ giải ngân từng đơn vị, xếp từ cao đến thấp, sở riêng với huyện", key="don-vi-tinh", behind=behind_all,
        marked=chosen.unit, whole=whole,
    )  # fmt: skip
    alt = "Tỷ lệ giải ngân theo nguồn vốn và theo loại vốn"
    show.bars(words.joined(*kinds), "name", "name", finding=findings.kinds(*kinds), alt=alt, key="nguon-loai", behind=behind, of=kinds)
show.note("Thanh gạch chéo: " + words.threshold(office))
stage.enough()
names = ["Nguồn, loại, năm vốn", "Đơn vị × dự án", "Giao, phân bổ, giải ngân", "Số tiền theo thời gian", "Vướng mắc"]
capital, heat, way, amounts, told = st.tabs(names, key="the", on_change="rerun")  # a closed tab asks nothing
with capital:
    if capital.open:
        show.table(
            ask(disbursement.by_capital, **chosen.money), "capital_year", "fund_source_name", "capital_type_name", *show.FIGURES,
            finding="Vốn năm nay, và vốn kéo dài từ các năm trước tính riêng, theo từng nguồn, từng loại", key="nam-von", behind=behind,
        )  # fmt: skip
with heat:
    if heat.open:
        cells, order = ask(disbursement.by_unit_component, **everyone), components["short_name"].tolist()
        show.figure(
            charts.heat(words.cell_labels(cells), row="unit_short_name", column="component_short_name", columns=order, label="label"),
            cells, "unit_short_name", "component_short_name", "reported_on", "planned_vnd", "disbursed_vnd", "disbursed_share",
            finding=findings.cells(cells), alt="Bảng màu tỷ lệ giải ngân của từng đơn vị ở từng dự án", key="bang-mau",
            behind=behind_all + " Số trong ô: tỷ lệ giải ngân (%); “…”: chưa có số giải ngân; ô trống: không có kế hoạch vốn.",
        )  # fmt: skip
with way:
    if way.open:
        steps = ask(disbursement.from_assigned_to_disbursed, **chosen.money)
        show.figure(
            charts.parts_of_plan(steps, name="short_name", parts={part: HEADINGS[part] for part in words.PARTS}),
            steps, "short_name", "assigned_vnd", "planned_vnd", "allocated_vnd", *words.PARTS, finding=findings.standstill(steps),
            alt="Kế hoạch của từng dự án chia theo bước: đã giải ngân, chưa giải ngân, chưa phân bổ", key="buoc", behind=behind,
        )  # fmt: skip
with amounts:
    if amounts.open:
        moves = ask(disbursement.plan_steps, **chosen.money)
        show.figure(
            charts.amounts(points, moves, plan_year=chosen.plan_year, on=chosen.on), moves, "from_on", "planned_vnd", key="so-tien",
            finding=findings.plan_moves(moves), alt="Số tiền giải ngân lũy kế dưới kế hoạch vốn vẽ theo bậc", behind=behind,
        )  # fmt: skip
with told:
    if told.open:
        asked = {"plan_year": chosen.plan_year, "on": chosen.on, "component": chosen.component, "unit": chosen.unit}
        show.table(
            ask(obstacles.told, **asked), "unit_short_name", "component_short_name", "cause_name", "held_up_vnd", "explanation", "request",
            finding=findings.obstacles(ask(obstacles.by_money, **asked)), key="vuong-mac", behind=behind,
        )  # fmt: skip
