"""So sánh huyện: districts ranked by a measure, on a map, by the size of their plan, by their curves, and a few side by side."""

import streamlit as st

from pages.parts import charts, filters, formats, own, paths, peers, show, stage, standings, words
from pages.parts.ask import ask
from queries import comparison, disbursement

TABS = {"quy-mo": "Quy mô vốn và tỷ lệ", "duong": "Đường lũy kế từng huyện", "canh-nhau": "Đặt cạnh nhau", "ranh-gioi": "Bản đồ ranh giới"}

st.title("So sánh huyện")

# --- what the reader chose (the common filters; the measure, the open tab and the districts set side by side are this page's own)
chosen = filters.chosen()
measure = standings.MEASURES[own.one("thuoc-do", standings.NAMES, standings.FIRST)]

# --- what we ask
asked = {"plan_year": chosen.plan_year, "on": chosen.on} | chosen.kind_of_money
show.stop_if_not_run(ask(disbursement.total, **asked), ask(disbursement.by_component, **asked), chosen)
ranking, units = ask(comparison.ranking, **asked, previous_on=chosen.previous_on), ask(disbursement.by_unit, **asked)
rows = standings.ready(ranking, measure, units, chosen.on, chosen.unit)
if rows.empty:
    st.info(f"Năm {chosen.plan_year} không có huyện nào trong phạm vi đang xem.")
    st.stop()
money = standings.ready(ranking, standings.MEASURES[standings.FIRST], units, chosen.on, chosen.unit)
whole = words.rate(ask(disbursement.benchmark, **asked))
outlines = ask(comparison.boundaries, plan_year=chosen.plan_year)
behind = words.behind(ask(disbursement.coverage, plan_year=chosen.plan_year, on=chosen.on).iloc[0], chosen.on)
tabs = {code: name for code, name in TABS.items() if code != "ranh-gioi" or outlines["lon"].notna().any()}
own.one("phan", tabs, "quy-mo")
names = dict(sorted(zip(rows["unit_code"], rows["unit_short_name"], strict=True)))
picked = own.several("so-voi", names, peers.first(money, chosen.unit))

# --- what we show
st.header(standings.headline(rows, measure, chosen.on), anchor=False)
if not stage.is_on():
    st.segmented_control("Xếp hạng theo", list(standings.NAMES.values()), key="thuoc-do", required=True)
if not measure.narrowed and chosen.words.keys() - {filters.UNIT}:
    st.info(f"{measure.name[:1].upper()}{measure.name[1:]} không phụ thuộc dự án, nguồn vốn, loại vốn đang chọn.")
order, shape = st.columns([3, 2], gap="large")
with order:
    show.figure(
        charts.rank_bars(rows, name="shown", label="label", hover="left", whole=whole if measure.narrowed else None),
        rows, "rank", "unit_short_name", "rank_change", *measure.columns, finding=standings.moves(rows, chosen.previous_on), key="hang",
        alt=f"Các huyện xếp theo {measure.name}, từ cao đến thấp, kèm thay đổi hạng so với ngày chốt trước",
        behind=f"{behind} {standings.key(measure)}{words.stars(rows, 'unit_short_name') if measure.narrowed else ''}",
    )  # fmt: skip
with shape:
    show.figure(
        charts.tiles(
            standings.placed(rows, ask(comparison.tiles, plan_year=chosen.plan_year)),
            name="unit_short_name", label="map_label", value="measured_share", marked=chosen.unit,
        ),
        rows, "unit_short_name", "map_label", "rank", finding=standings.lowest(rows), key="so-do",
        alt=f"Sơ đồ ô các huyện theo vị trí tương đối, tô theo {measure.name}",
        behind=f"Mỗi ô một huyện, đặt theo vị trí tương đối. Màu đậm hơn: {measure.name} cao hơn; ô gạch chéo: chưa có số.",
    )  # fmt: skip
if stage.is_on():
    st.stop()
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown("Mở hồ sơ huyện:", width="content")
    for code, name in names.items():
        paths.to_unit(name, code)

opened = dict(zip(tabs, st.tabs(list(tabs.values()), key="phan", on_change="rerun"), strict=True))  # a closed tab asks nothing
with opened["quy-mo"]:
    if opened["quy-mo"].open:
        known = money[money["rank"].notna()]
        show.figure(
            charts.plan_by_share(
                known, name="unit_short_name", marked="is_marked", whole=whole, whole_name=f"mức chung {formats.share(whole)}"
            ),
            known, "unit_short_name", *show.FIGURES[:3], "line_count", finding=standings.sizes(money, whole),
            alt="Mỗi huyện một điểm: kế hoạch vốn theo chiều ngang, tỷ lệ giải ngân theo chiều dọc", key="quy-mo-ty-le",
            behind=behind + standings.left_out(money),
        )  # fmt: skip
with opened["duong"]:
    if opened["duong"].open:
        curves, together = ask(comparison.curves, **asked), ask(comparison.whole_curve, **asked)
        show.figure(
            charts.small_curves(
                curves, together, key="unit_code", name="unit_short_name", order=money["unit_code"].tolist(), plan_year=chosen.plan_year
            ),
            curves, "unit_short_name", "cut_off_on", "planned_vnd", "disbursed_vnd", "disbursed_share", key="duong-nho",
            finding=standings.against(curves, together), alt="Đường giải ngân lũy kế của từng huyện so với đường toàn tỉnh",
            behind=behind + " Nét liền: huyện; nét đứt: toàn tỉnh. Mỗi điểm là một ngày chốt huyện có báo cáo.",
        )  # fmt: skip
with opened["canh-nhau"]:
    if opened["canh-nhau"].open:
        st.pills("Chọn từ 2 đến 4 huyện", list(names.values()), selection_mode="multi", key="so-voi")
        on_time = standings.ready(ranking, standings.MEASURES["dung-han"], units, chosen.on)
        peers.shown(peers.beside(money, on_time, ask(comparison.peers, **asked), picked), len(picked), behind)
if "ranh-gioi" in opened:
    with opened["ranh-gioi"]:
        if opened["ranh-gioi"].open:
            show.figure(
                charts.boundaries(rows, outlines, name="unit_short_name", label="map_label", value="measured_share", marked=chosen.unit),
                rows, "unit_short_name", "map_label", "rank", finding=standings.lowest(rows), key="ban-do",
                alt=f"Bản đồ ranh giới các huyện, tô theo {measure.name}", behind=standings.source(outlines),
            )  # fmt: skip
