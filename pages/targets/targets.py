"""Mục tiêu, chỉ tiêu: which targets are reached, which will hardly be, in which unit; and one indicator in detail."""

import streamlit as st

from pages.parts import aims, attained, charts, filters, matrix, one_aim, own, paths, show, stage
from pages.parts.ask import ask
from queries import about, choices, targets

st.title("Mục tiêu, chỉ tiêu")

# --- what the reader chose (the common filters; the group and the one indicator are this page's own)
chosen = filters.chosen()
asked = {"plan_year": chosen.plan_year, "on": chosen.on}
groups, definitions = aims.group_names(ask(targets.groups)), ask(targets.indicators)
group = own.one(aims.GROUP, groups, aims.ALL)
indicators = aims.indicator_names(definitions)
indicator = own.one(attained.INDICATOR, indicators, aims.NONE)

# --- what we ask
office, components = ask(about.store).iloc[0], ask(choices.components)
narrowed = asked | ({"indicator": indicator} if indicator else {"group": None if group == aims.ALL else group})
every_province, every_unit = ask(targets.province, **narrowed), ask(targets.by_unit, **narrowed)
kept = aims.of_component(every_unit, chosen.component, components)
told = aims.not_narrowed(every_unit, kept, {k: v for k, v in chosen.words.items() if k in (filters.SOURCE, filters.TYPE)}, chosen.component)
component = None if indicator or kept.empty else chosen.component
province = aims.of_component(every_province, component, components)
units = aims.of_component(every_unit, component, components)
own_rows = units[units["unit_code"] == chosen.unit]  # of the chosen unit alone
looked_at = own_rows if chosen.unit else province

# --- what we show: the choice of this page
if not stage.is_on():
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox("Một chỉ tiêu", list(indicators.values()), key=attained.INDICATOR, filter_mode=None)
        if not indicator:
            st.segmented_control("Nhóm chỉ tiêu", list(groups.values()), key=aims.GROUP, required=True)
if indicator:
    one_aim.shown(definitions[definitions["indicator_code"] == indicator].iloc[0], looked_at, units, chosen)
    st.stop()
if looked_at.empty:
    st.info(f"Năm {chosen.plan_year} chưa có chỉ tiêu nào trong phạm vi đang xem.")
    st.stop()

# --- the first answer: how many stand where, the indicators of the province or the unit, and every unit at each
st.header(aims.headline(looked_at, chosen.on, chosen.words.get(filters.UNIT, "toàn tỉnh")), anchor=False)
if told and not stage.is_on():
    st.info(told)
behind = aims.behind(attained.whole(looked_at), chosen.on)
rows = aims.bars(looked_at)
shown, left = aims.for_a_wall(rows) if stage.is_on() else (rows, "")
if not stage.is_on():
    show.note(f"{aims.legend()}.  \n{aims.thresholds(office)}")
    matrix.shown(units, province, chosen, key="bang-chi-tieu", behind=behind)
    with st.expander("Mở một chỉ tiêu"):
        aims.links(rows, chosen.unit, again=True)
show.figure(
    charts.bullets(shown, name="row_name", label="label", far="is_far"),
    rows, "row_name", "base_text", "level_text", *attained.FIGURES, *attained.SOURCES,
    finding=aims.finding(rows), alt="Từng chỉ tiêu: đã đạt, theo tiến độ phải đạt đến nay, và kế hoạch năm", key="vach-chi-tieu",
    behind=f"{behind}{left} {aims.KEY}",
)  # fmt: skip
stage.enough()

# --- the rest, in tabs (a closed tab asks nothing)
parted, years, far = st.tabs(
    ["Khmer, nữ", "Kế hoạch năm và giai đoạn 5 năm", "Đơn vị khó đạt, chưa đạt"], key="the-muc-tieu", on_change="rerun"
)
with parted:
    if parted.open:
        aims.parted(looked_at, key="phan-to", behind=behind)
with years:
    if years.open:
        answer = ask(targets.five_years, **{k: v for k, v in narrowed.items() if k != "indicator"})
        aims.over_years(answer[answer["indicator_code"].isin(province["indicator_code"])], key="giai-doan", behind=behind)
with far:
    if far.open:
        late = attained.far(attained.whole(own_rows if chosen.unit else units))
        for row in late.head(12).itertuples():
            paths.link(
                attained.PAGE,
                f"{row.symbol} {row.unit_short_name}: {row.row_name}",
                own={attained.INDICATOR: row.indicator_code},
                unit=row.unit_code,
                again=True,
            )
        show.table(
            late, "unit_short_name", "row_name", *attained.FIGURES,
            finding=f"{len(late)} dòng chỉ tiêu khó đạt hoặc chưa đạt", key="don-vi-kho", behind=behind,
        )  # fmt: skip
