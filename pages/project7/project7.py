"""Dự án 7: the project that pays for monitoring itself: its money, its training, and the monitoring that was done with it."""

import streamlit as st

from pages.parts import aims, attained, charts, filters, findings, formats, matrix, seventh, show, stage, words
from pages.parts.ask import ask
from queries import about, choices, disbursement, project7, targets

st.title("Dự án 7")

# --- what the reader chose, narrowed to the project that the office follows most closely
office = ask(about.store).iloc[0]
chosen, told = seventh.chosen_within(filters.chosen(), office.quick_project, ask(choices.components))
asked = {"plan_year": chosen.plan_year, "on": chosen.on}
of_group = asked | {"group": office.quick_project}

# --- what we ask
total = ask(disbursement.total, **chosen.money)
now, carried = total.iloc[0], total.iloc[1]
components, sources = ask(disbursement.by_component, **chosen.money), ask(disbursement.by_fund_source, **chosen.money)
coverage = ask(disbursement.coverage, **asked, unit=chosen.unit).iloc[0]
behind = words.behind(coverage, chosen.on)
by_unit = ask(targets.by_unit, **of_group)
inside = components["component_code"]  # of the project, or of the sub-project that was chosen
aimed = ask(targets.by_unit, **of_group, unit=chosen.unit) if chosen.unit else ask(targets.province, **of_group)
aimed = aimed[aimed["component_code"].isin([*inside, office.quick_project])]
once = ask(project7.once_each, **of_group, unit=chosen.unit)
once = seventh.once_each(once[once["indicator_code"].isin(aimed["indicator_code"])])

# --- what we show: the money
if told:
    st.info(told)
show.headline(now, chosen, filters.target(chosen), coverage)
st.write(words.carried(carried))
if not formats.is_missing(now.planned_vnd) and not stage.is_on():  # without a plan the headline has said so
    one, two = st.columns(2, gap="large")
    with one:
        show.bars(
            components, "short_name", "short_name", finding=findings.components(components, office.behind_points),
            alt="Tỷ lệ giải ngân từng tiểu dự án", key="da7-du-an", behind=behind,
        )  # fmt: skip
    with two:
        show.bars(
            sources, "name", "name", finding=findings.kinds(sources),
            alt="Tỷ lệ giải ngân theo nguồn vốn", key="da7-nguon", behind=behind,
        )  # fmt: skip

# --- the training and the monitoring
rows = aims.bars(aimed)
if rows.empty:
    st.info(f"Năm {chosen.plan_year} chưa có chỉ tiêu nào của dự án này trong phạm vi đang xem.")
    st.stop()
known = aims.behind(attained.whole(aimed), chosen.on)
shown, left = aims.for_a_wall(rows) if stage.is_on() else (rows, "")
if not stage.is_on():
    st.subheader(seventh.finding(rows), anchor=False)
    show.lines(
        seventh.persons(rows, ask(targets.indicators)), *(f"**{formats.plain(name)}**: {told}." for name, told in seventh.sentences(once))
    )
show.figure(
    charts.bullets(shown, name="row_name", label="label", far="is_far"),
    rows, "row_name", *attained.FIGURES, *attained.SOURCES, key="da7-chi-tieu", behind=f"{known}{left} {aims.KEY}",
    finding=aims.finding(rows), alt="Từng chỉ tiêu của dự án: đã đạt, theo tiến độ phải đạt đến nay, và kế hoạch năm",
)  # fmt: skip
stage.enough()
show.note(f"{aims.legend()}.  \n{aims.thresholds(office)}")
with st.expander("Mở một chỉ tiêu"):
    aims.links(rows, chosen.unit)
done, every, parted = st.tabs(["Việc mỗi đơn vị làm một lần", "Đơn vị × chỉ tiêu", "Nữ, Khmer"], key="the-da7", on_change="rerun")
with done:
    if done.open:
        show.table(
            once, "indicator_short_name", "kind_told", "done_told", "done_names", "waiting_names", "silent_names", "oldest_on",
            finding=seventh.findings_once(once), key="da7-viec", behind=f"{behind} Tính các đơn vị được giao 1; {seventh.oldest(once)}.",
        )  # fmt: skip
with every:
    if every.open:
        own = by_unit[by_unit["indicator_code"].isin(aimed["indicator_code"])]
        whole = ask(targets.province, **of_group)
        whole = whole[whole["indicator_code"].isin(aimed["indicator_code"])]
        matrix.shown(own, whole, chosen, key="da7-bang", behind=known)
with parted:
    if parted.open:
        aims.parted(aimed, key="da7-phan-to", behind=known)
